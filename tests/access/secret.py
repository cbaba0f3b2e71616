"""Words that nobody outside their unit may ever see."""

SECRET = "Phát động thi đua bí mật"
