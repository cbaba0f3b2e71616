"""Say in one line each which optional system programs are missing and what will not work.

With CI=true anything missing is a failure: a suite that skips half of itself must not look green.
"""

import os
import shutil
import sys

OPTIONAL = {
    "run": {
        "tesseract": "chưa nhận dạng được chữ trong bản quét và ảnh",
        "soffice": "chưa đọc được tệp .doc, .rtf, .odt",
    },
    "test": {
        "tesseract": "bỏ qua các bài thử nhận dạng chữ",
        "soffice": "bỏ qua các bài thử tệp .doc, .rtf, .odt",
        "npm": "bỏ qua các bài thử đăng nhập bằng tài khoản nơi khác (sau đó: make issuer)",
    },
    "check": {"xgettext": "chưa kiểm tra được bản dịch tiếng Anh"},
    "browser": {"chromium": "chưa chạy được các hành trình trên trình duyệt"},
}


def main(target: str) -> int:
    lines = [
        f"Thiếu {program}: {effect}. Cài bằng quyền root: make system"
        for program, effect in OPTIONAL[target].items()
        if shutil.which(program) is None
    ]
    print("\n".join(lines), end="\n" if lines else "")
    return 1 if lines and os.environ.get("CI") == "true" else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
