# Tries the commands from outside, on the Otklik that live_tests started (variables folder, base, otklik).

command_tests() {
  say "Команды…"
  export OTKLIK_STATE=$folder/state
  printf 'Текст;Тема\nНа улице Попова яма на дороге, ремонт обещали весной;Дороги\nВ доме третий день нет горячей воды;ЖКХ\n' \
    >"$folder/sample.csv"
  readme_commands
  check "второй запуск в той же папке отвергнут одной фразой" refused_at_once "уже запущен" up --port-base "$((base + 100))"
  check "запуск на занятых портах отвергнут одной фразой" elsewhere refused_at_once "занят" up --port-base "$base"
  check "после kill -9 запуск продолжает с того же места" start_after_kill
  check "повторная загрузка не берёт ничего дважды" nothing_new
  check "stop останавливает всё" stops
  unset OTKLIK_STATE
}

# Name of the check, then the command.
check() {
  local name=$1
  shift
  if "$@" >"$WORK/test-command.log" 2>&1; then
    PASSED=$((PASSED + 1))
  else
    FAILED=$((FAILED + 1))
    say "  не прошёл: $name"
    tail -n 5 "$WORK/test-command.log"
  fi
}

# Every line of the command blocks of the READMEs, as a reader would type it, with this Otklik's addresses.
readme_commands() {
  local line
  while IFS= read -r line; do
    case $line in
      # This very run, and what it starts and stops around it; a single service has its own Java test.
      './otklik up' | './otklik test'* | './otklik stop' | './otklik service '*) ;;
      *) check "README: $line" as_typed "$line" ;;
    esac
  done < <(awk 'FNR == 1 { on = 0 } /^```/ { on = /^```(sh|bash)/; next } on { sub(/ +# .*/, ""); print }' \
    "$ROOT/README.md" "$ROOT/deploy/standalone/README.md" | awk 'NF && !seen[$0]++')
}

as_typed() {
  local line=$1
  line=${line//127.0.0.1:8080/127.0.0.1:$base}
  line=${line//FILE/$folder/sample.csv}
  line=${line//export.csv/$folder/sample.csv}
  cd "$ROOT" && eval "$line"
}

elsewhere() { OTKLIK_STATE=$folder/other "$@"; }

# A refusal says one sentence, ends with a number over 0 and leaves nothing behind.
refused_at_once() {
  local sentence=$1 status=0 said
  shift
  said=$("$ROOT/otklik" "$@" 2>&1) || status=$?
  say "$status: $said"
  [ "$status" -ne 0 ] && [ "$(printf '%s\n' "$said" | wc -l)" -eq 1 ] && [[ $said == *"$sentence"* ]]
}

start_after_kill() {
  kill -KILL "$otklik"
  wait "$otklik" 2>/dev/null || true
  start_otklik
}

nothing_new() {
  local said
  said=$("$ROOT/otklik" import "$folder/sample.csv" --jurisdiction altai-krai --json)
  say "$said"
  [[ $said =~ \"known\":\ *2 ]] && [[ $said =~ \"new\":\ *0 ]]
}

stops() {
  "$ROOT/otklik" stop && ! kill -0 "$otklik" 2>/dev/null && ! (exec 3<>"/dev/tcp/127.0.0.1/$((base + 12))") 2>/dev/null
}
