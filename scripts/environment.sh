#!/bin/sh
# Make the virtual environment $1 with the newest Python from 3.11.5 on, or with the one named in $2.
set -eu
fit='import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11, 5))'
for python in ${2:-python3.14 python3.13 python3.12 python3.11 python3 python}; do
    if "$python" -c "$fit" >/dev/null 2>&1; then
        echo "Making $1 with $("$python" --version)"
        exec "$python" -m venv "$1"
    fi
done
cat >&2 <<EOF
ParkAtlas needs Python 3.11.5 or newer with its venv module; found: $(python3 --version 2>&1 || echo "no Python").
Install one (Debian, Ubuntu: apt install python3 python3-venv; Fedora: dnf install python3) or name yours:
    make PYTHON=/path/to/python3 ...
EOF
exit 1
