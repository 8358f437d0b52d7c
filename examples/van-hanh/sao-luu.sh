#!/bin/sh
# Sao lưu / backup: sao-luu.sh THƯ_MỤC_BỐC_THĂM THƯ_MỤC_NHẬT_KÝ NƠI_LƯU, với biến ANCU_REGISTER.
# Bản sao chứa dữ liệu cá nhân: nơi lưu phải kín như nơi gốc. Dừng ngay ở bước không đạt; không ghi đè bản đã có.
set -eu
umask 077
draws=$1 logs=$2 target=$3/$(date +%Y-%m-%d)

mkdir "$target"
ancu register verify
ancu register backup "$target/so.sqlite"
ancu register verify --register "$target/so.sqlite"
# Dấu sổ của ngày: hãy giữ thêm ở nơi khác; chỉ so với nó mới biết các mục cuối bị cắt.
ancu register head > "$target/dau-so.txt"
if [ -d "$draws" ]; then cp -Rp "$draws" "$target/boc-tham"; fi
if [ -d "$logs" ]; then
    mkdir "$target/nhat-ky"
    find "$logs" -maxdepth 1 -type f -name 'decisions.jsonl*' -exec cp -p {} "$target/nhat-ky/" \;
fi
