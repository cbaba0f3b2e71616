"""Make the environment `.venv`, or say in one line what the machine lacks."""

import subprocess
import sys

WANTED = (3, 11)


def main() -> int:
    version = ".".join(map(str, sys.version_info[:2]))
    if sys.version_info[:2] < WANTED:
        print(
            f"Cần Python 3.11 trở lên; máy này có {version}. "
            "Chọn bản khác: make PYTHON=python3.11 run"
        )
        return 1
    made = subprocess.run(
        [sys.executable, "-m", "venv", ".venv"], capture_output=True, text=True, check=False
    )
    if made.returncode != 0:
        print(
            "Python này chưa tạo được môi trường riêng. "
            "Trên Debian, Ubuntu hãy cài một gói rồi chạy lại: "
            f"apt-get install python{version}-venv"
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
