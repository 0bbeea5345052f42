#!/bin/sh
# Write the locks anew: what requirements*.txt name and all it brings, for every platform, each file by its hash.
# Versions that still fit stay: delete a lock to have the newest. $1 is a Python with its venv module.
set -eu
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
"$1" -m venv "$place"
"$place/bin/python" -m pip install --quiet uv==0.13.9
for name in requirements-dev requirements requirements-npm; do
    echo "Locking $name.txt"
    # The whole comes first, so that what runs is what was tested.
    [ "$name" = requirements ] && held="--constraints requirements-dev.lock" || held=""
    # shellcheck disable=SC2086  # none or two words
    "$place/bin/uv" pip compile --quiet --universal --python-version 3.11.5 --generate-hashes --no-annotate \
        --custom-compile-command "make lock" $held --output-file "$name.lock" "$name.txt"
done
