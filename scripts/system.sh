#!/bin/sh
# System packages for Debian and Ubuntu: the suite's browser and database, gettext for the catalogue,
# tesseract for scans, LibreOffice for old Word files, fonts whose letters are as wide as Word's.
set -eu
[ "$(id -u)" = 0 ] || { echo "make system cần quyền root: sudo make system"; exit 1; }
export DEBIAN_FRONTEND=noninteractive
missing=""
for package in python3-venv make gcc chromium postgresql gettext \
  tesseract-ocr tesseract-ocr-vie tesseract-ocr-eng libreoffice-writer-nogui \
  fonts-croscore fonts-liberation fonts-dejavu-core; do
  dpkg -s "$package" >/dev/null 2>&1 || missing="$missing $package"
done
# From wherever it comes: the tests talk to an issuer that runs in it.
command -v npm >/dev/null 2>&1 || missing="$missing nodejs npm"
[ -z "$missing" ] && { echo "Đã có đủ gói hệ thống."; exit 0; }
apt-get update -q
# shellcheck disable=SC2086
apt-get install -q -y --no-install-recommends $missing
