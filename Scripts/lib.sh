# Shared by the scripts beside it; each sources this first. Needs bash and coreutils only.

set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$ROOT"
REPORT=$ROOT/.report
TOOLS=$ROOT/.tools
BEAT=${HEED_BEAT:-10}
mkdir -p "$REPORT/log"

say() { printf '%s\n' "$*"; }
warn() { printf '%s\n' "$*" >&2; }
stop() {
    warn "$1"
    exit "${2:-3}"
}

# elapsed SECONDS: 75 -> "1 min 15 s"
elapsed() {
    if (($1 < 60)); then printf '%d s' "$1"; else printf '%d min %d s' $(($1 / 60)) $(($1 % 60)); fi
}

# One line every BEAT seconds, so that a silent tool is not mistaken for a stuck one.
beat() {
    local log=$1 started=$2 last
    while sleep "$BEAT" >/dev/null 2>&1; do
        last=$(tail -c 400 "$log" 2>/dev/null | tr '\r' '\n' | tail -n 1 | cut -c 1-90)
        say "    $(elapsed $((SECONDS - started)))  $last"
    done
}

# step NAME WHAT COMMAND...: runs the command with its output in .report/log/NAME.log; on failure shows what matters of it.
step() {
    local name=$1 what=$2 log=$REPORT/log/$1.log started=$SECONDS status=0 ticker
    shift 2
    say "==> $what"
    : >"$log"
    beat "$log" "$started" &
    ticker=$!
    "$@" >"$log" 2>&1 </dev/null || status=$?
    kill "$ticker" 2>/dev/null || true
    wait "$ticker" 2>/dev/null || true
    if ((status)); then
        warn "    failed after $(elapsed $((SECONDS - started))) with status $status. From .report/log/$name.log:"
        { grep -E '(error|fatal|FAILED|✘)' "$log" | awk '!seen[$0]++' | head -n 30 || true; } >&2
        warn "    ..."
        tail -n 25 "$log" >&2
        return "$status"
    fi
    say "    done in $(elapsed $((SECONDS - started)))"
}

# The optimised program, one file that carries Swift's runtime: a server needs no toolchain (Docs/decisions/0030).
release() { swift build -c release --static-swift-stdlib --product heed "$@"; }

# Names the optimised program in HEED_BINARY, and builds it unless one was named already.
optimised() {
    [[ -n ${HEED_BINARY-} ]] || step build-release "Building Heed" release
    export HEED_BINARY=${HEED_BINARY:-$(release --show-bin-path)/heed}
}
