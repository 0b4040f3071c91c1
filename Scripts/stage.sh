# Stages of a test run; sourced by `Scripts/test` after lib.sh. `results` is the folder that they write to, `failed` becomes 1 when one fails.

# stage NAME WHAT WHERE RUNNER ARGUMENTS...: runs `RUNNER XML ARGUMENTS...`, which writes what its tests came to into XML.
# A stage that leaves no result is run again once. Then tests that failed are run once more by themselves, with nothing beside them
# (`Scripts/once-more` says which and why); what passes now is told apart by `Scripts/tally` and is not a failure.
# A stage that has passed on exactly what is here is not run again, and says so (`Scripts/unchanged`).
stage() {
    local name=$1 what=$2 where=$3 runner=$4 chosen status
    shift 4
    echo "$name" >>"$results/stages"
    if Scripts/unchanged known "$name" "$results"; then
        say "==> $what: passed at $(awk -v name="$name" '$1 == name { print $2, $3 }' "$results/unchanged"), and nothing has changed since"
        return
    fi
    if step "$name" "$what" "$runner" "$results/$name.xml" "$@"; then
        Scripts/unchanged passed "$name" "$results"
        return
    fi
    status=0
    chosen=$(Scripts/once-more "$results" "$name" "$where" ${only_crashes:+crashes}) || status=$?
    if ((status == 3)); then
        echo "$name" >>"$results/crashed"
        step "$name" "That left no result. Once more: $what" "$runner" "$results/$name.xml" "$@" && return
        status=0
        chosen=$(Scripts/once-more "$results" "$name" "$where" ${only_crashes:+crashes}) || status=$?
    fi
    if ((status)); then
        failed=1
        return
    fi
    mapfile -t chosen <<<"$chosen"
    step "$name-again" "Once more, alone: what failed" "$runner" "$results/$name-again.xml" "${chosen[@]}" || failed=1
}
