#!/usr/bin/env bash
# Fetches what the tests of the VS Code extension need: VS Code as a web server (code-server, from npm), and Chromium
# with ripgrep from Debian's packages where they are missing.
#
#     editors/install_vscode.sh
#
# Needs Node 20 with npm, gcc, and for Chromium apt and root. code-server goes below ~/.cache/sqlreview/editors. Its own
# installation step is left out, because it builds what a test does not need and downloads from elsewhere.
set -euo pipefail

version=4.100.3 # VS Code 1.100.3, the newest for Node 20
folder=${XDG_CACHE_HOME:-$HOME/.cache}/sqlreview/editors/code-server-$version

if ! command -v chromium >/dev/null || ! command -v rg >/dev/null; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq update >/dev/null
    apt-get -qq install --yes --no-install-recommends chromium ripgrep >/dev/null
fi

if [ ! -e "$folder/complete" ]; then
    rm -rf "$folder"
    mkdir -p "$folder"
    cd "$folder"
    echo '{"private": true}' >package.json
    quiet=(--ignore-scripts --no-audit --no-fund --loglevel=error)
    npm install "${quiet[@]}" "code-server@$version" >/dev/null
    cd node_modules/code-server/lib/vscode
    npm install --omit=dev "${quiet[@]}" >/dev/null
    (cd extensions && npm install --omit=dev "${quiet[@]}" >/dev/null)
    # what the installation step would have linked and built
    ln -sfn node_modules node_modules.asar
    mkdir -p node_modules/@vscode/ripgrep/bin
    ln -sf "$(command -v rg)" node_modules/@vscode/ripgrep/bin/rg
    argon2=$(find "$folder/node_modules" -maxdepth 4 -type d -path '*node_modules/argon2' | head -1)
    if [ -n "$argon2" ] && [ -x "$folder/node_modules/.bin/node-pre-gyp" ]; then
        gyp=$(npm root -g)/npm/node_modules/node-gyp/bin
        headers=$(dirname "$(dirname "$(readlink -f "$(command -v node)")")")
        (cd "$argon2" && PATH=$PATH:$gyp "$folder/node_modules/.bin/node-pre-gyp" rebuild --build-from-source --nodedir="$headers" >"$folder/argon2.log" 2>&1)
    fi
    touch "$folder/complete"
fi
node "$folder/node_modules/code-server" --version
