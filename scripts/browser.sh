#!/bin/sh
# Bring Chromium and a Chinese font through the system's package manager where they are missing and it may.
# Never fails: the browser tests themselves say what is missing.
set -u
browser() {
    [ -x "${CHROMIUM:-}" ] && return
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        command -v "$name" >/dev/null 2>&1 && return
    done
    return 1
}
font() {
    command -v fc-list >/dev/null 2>&1 || return 1
    [ -n "$(fc-list :lang=zh family)" ]
}

browser && font && exit 0
if [ "$(id -u)" = 0 ]; then
    may=""
elif sudo -n true >/dev/null 2>&1; then
    may="sudo -n"
else
    echo "Chromium or a Chinese font is missing, and only an administrator may install them." >&2
    exit 0
fi

if command -v apt-get >/dev/null 2>&1; then
    update="apt-get -q update" install="apt-get -q -y --no-install-recommends install" fonts="fontconfig fonts-noto-cjk"
elif command -v dnf >/dev/null 2>&1; then
    update="true" install="dnf -q -y install" fonts="fontconfig google-noto-sans-cjk-fonts"
elif command -v zypper >/dev/null 2>&1; then
    update="true" install="zypper -q -n install" fonts="fontconfig google-noto-sans-sc-fonts"
elif command -v pacman >/dev/null 2>&1; then
    update="true" install="pacman -Sy --noconfirm" fonts="fontconfig noto-fonts-cjk"
elif command -v apk >/dev/null 2>&1; then
    update="true" install="apk add --quiet" fonts="fontconfig font-noto-cjk"
else
    echo "Chromium or a Chinese font is missing, and no package manager known here can install them." >&2
    exit 0
fi

missing=""
browser || missing="chromium"
font || missing="$missing $fonts"
echo "Installing $missing"
log=$(mktemp)
# shellcheck disable=SC2086  # the commands and the packages are lists of words
{ $may $update; $may env DEBIAN_FRONTEND=noninteractive $install $missing; } >"$log" 2>&1 </dev/null ||
    { echo "That failed:" >&2; tail -n 5 "$log" >&2; }
rm -f "$log"
