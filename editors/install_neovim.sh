#!/usr/bin/env bash
# Fetches Neovim from a Debian suite for the tests, beside whatever the system has: trixie holds 0.10, forky 0.12.
#
#     editors/install_neovim.sh trixie forky
#
# Nothing of the system changes: packages are downloaded with an apt state of their own and unpacked below
# ~/.cache/sqlreview/editors, and Neovim runs with the C library of its suite. Needs apt (Debian, Ubuntu) on x86-64.
set -euo pipefail

install() {
    local suite=$1 folder=$2 apt=$2.apt
    rm -rf "$folder" "$apt"
    mkdir -p "$folder/root" "$apt"/{etc/preferences.d,etc/apt.conf.d,etc/sources.list.d,lists/partial,cache/archives/partial}
    : >"$apt/status"
    local mirror # the one this system uses already
    mirror=$( (grep -rhoE 'https?://[^ ]+/debian/?( |$)' /etc/apt/sources.list /etc/apt/sources.list.d 2>/dev/null || true) | head -1 | tr -d ' ')
    if [ -z "$mirror" ]; then
        echo "no Debian mirror is configured in /etc/apt, so nothing can be fetched" >&2
        exit 1
    fi
    echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] ${mirror%/} $suite main" >"$apt/etc/sources.list"
    local options=(
        -o "Dir::Etc=$apt/etc" -o "Dir::Etc::sourcelist=$apt/etc/sources.list" -o "Dir::State=$apt"
        -o "Dir::State::status=$apt/status" -o "Dir::Cache=$apt/cache" -o APT::Sandbox::User=root
        -o Acquire::Languages=none -o APT::Install-Recommends=false -qq
    )
    apt-get "${options[@]}" update
    apt-get "${options[@]}" install --yes --download-only neovim >/dev/null
    local package
    for package in "$apt"/cache/archives/*.deb; do dpkg -x "$package" "$folder/root"; done
    rm -rf "$apt"
    cat >"$folder/nvim" <<END
#!/bin/sh
root=$folder/root
export VIMRUNTIME=\$root/usr/share/nvim/runtime
loader=\$root/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2
[ -e "\$loader" ] || loader=\$root/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2
exec "\$loader" --argv0 "\$0" --library-path "\$root/usr/lib/x86_64-linux-gnu:\$root/lib/x86_64-linux-gnu" "\$root/usr/bin/nvim" "\$@"
END
    chmod +x "$folder/nvim"
    "$folder/nvim" --version | head -1
}

for suite in "${@:-forky}"; do
    install "$suite" "${XDG_CACHE_HOME:-$HOME/.cache}/sqlreview/editors/neovim-$suite"
done
