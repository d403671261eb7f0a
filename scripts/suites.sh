# Runs test projects one after the other and adds up what they say. Sourced; needs $root.

passed=0
failed=0
skipped=0
broken=0

# Tests run most code a few times only: measuring it for a later, better compilation and collecting a small nursery every
# few milliseconds cost a fifth of their time.
export DOTNET_TieredPGO=0 DOTNET_GCgen0size=4000000

# run_suite PROJECT: a project that fails to run, or runs no test at all, breaks the whole.
run_suite() {
  local results=${root:?}/artifacts/test-results/$1 before=$((passed + failed))
  rm -rf "$results"
  # Most methods run a few times in a test: compiling the rest anew at the thirtieth call, and guarding compiled code against
  # being written over, cost another fifth.
  DOTNET_TC_CallCountThreshold=400 DOTNET_EnableWriteXorExecute=0 \
    dotnet test "$root/tests/$1" --no-build --configuration Release --results-directory "$results" \
    --logger trx --logger "console;verbosity=minimal" --blame-hang-timeout 10m --blame-hang-dump-type none || broken=1

  passed=$((passed + $(count passed "$results")))
  failed=$((failed + $(count failed "$results")))
  skipped=$((skipped + $(count notExecuted "$results")))
  if [ $((passed + failed)) -eq $before ]; then
    echo "$1 ran no test." >&2
    broken=1
  fi
}

count() {
  find "$2" -name '*.trx' -exec cat {} + 2>/dev/null | grep -o '<Counters [^>]*' | grep -oE " $1=\"[0-9]+\"" |
    grep -oE '[0-9]+' | awk '{ sum += $1 } END { print sum + 0 }'
}

# The last line, and the verdict.
close_suites() {
  [ $skipped -eq 0 ] || echo "$skipped skipped"
  echo "$passed passed, $failed failed"
  [ $broken -eq 0 ] && [ $failed -eq 0 ]
}
