#!/bin/sh
# Codes the sample pages into a store, shows what was found, and one evidence card. Usage: demo.sh BIN-DIRECTORY
set -eu
bin=$1
here=$(dirname "$0")
out=$here/../out/demo
rm -rf "$out"
mkdir -p "$out"
echo "\$ wader run examples/news --to out/demo/store"
"$bin/wader" run "$here/news" --to "$out/store"
event=$("$bin/wader" code "$here/news/harbour-talks.txt" | "$bin/python" -c 'import json, sys; rows = [json.loads(r) for r in sys.stdin]; print(next((r for r in rows if r["event"] == ["ASSAULT"]), rows[0])["id"])')
echo
echo "\$ wader why $event --store out/demo/store"
"$bin/wader" why "$event" --store "$out/store"
