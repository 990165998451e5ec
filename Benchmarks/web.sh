#!/bin/bash
# Measures pages of the demonstration next to nginx serving the same bytes from files.
# Usage: web.sh PROGRAM SIGN_IN_NAME PAGE…    (each page is first asked for, and must answer 200)
set -euo pipefail
PATH=$PATH:/usr/sbin

program=$1 name=$2
shift 2
port=18480 peer_port=18481 seconds=${SECONDS_EACH:-8}
folder=$(mktemp -d)
server=""

stop() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    [ ! -f "$folder/nginx.pid" ] || kill "$(cat "$folder/nginx.pid")" 2>/dev/null || true
    [ -z "$server" ] || wait "$server" 2>/dev/null || true
    rm -rf "$folder"
}
trap stop EXIT

# The demonstration, with a session.
"$program" demo --port $port >"$folder/demo.txt" 2>&1 &
server=$!
for _ in $(seq 150); do
    curl --silent --fail --output /dev/null "http://127.0.0.1:$port/sign-in" && break
    kill -0 "$server" 2>/dev/null || { cat "$folder/demo.txt"; exit 1; }
    sleep 0.2
done
password=$(sed -nE 's/.*(Password for all|Contraseña de todas): (.*)/\2/p' "$folder/demo.txt")
session=$(curl --silent --include --output - "http://127.0.0.1:$port/sign-in" \
    --data-urlencode "signIn=$name" --data-urlencode "password=$password" |
    sed -nE 's/^set-cookie: (session=[^;]*).*/\1/Ip')
[ -n "$session" ] || { echo "Signing in as $name failed." >&2; exit 1; }

# nginx with the bytes of the same pages.
mkdir "$folder/pages"
cat >"$folder/nginx.conf" <<END
worker_processes 1;
pid $folder/nginx.pid;
error_log $folder/error.log;
events { worker_connections 64; }
http {
    access_log off;
    default_type "text/html; charset=utf-8";
    keepalive_requests 100000000;
    client_body_temp_path $folder/body;
    proxy_temp_path $folder/proxy;
    fastcgi_temp_path $folder/fastcgi;
    uwsgi_temp_path $folder/uwsgi;
    scgi_temp_path $folder/scgi;
    server {
        listen 127.0.0.1:$peer_port;
        root $folder/pages;
    }
}
END

# A page is asked for with the session, unless it is the one for who has none.
cookie() { [ "$1" = /sign-in ] && echo "Accept: */*" || echo "Cookie: $session"; }

for page in "$@"; do
    curl --silent --fail --header "$(cookie "$page")" --output "$folder/pages$page" \
        "http://127.0.0.1:$port$page" || { echo "$page does not answer 200." >&2; exit 1; }
done
chmod 755 "$folder" "$folder/pages"
nginx -c "$folder/nginx.conf" -p "$folder" 2>/dev/null

# Requests a second, the median and the 99th percentile in milliseconds, and what was not 200.
load() {
    wrk -t1 -c16 -d"${seconds}s" --latency --header "$(cookie "$2")" "http://127.0.0.1:$1$2" |
        awk '
            function ms(t) { return t ~ /us$/ ? t / 1000 : t ~ /ms$/ ? t + 0 : t * 1000 }
            $1 == "50%" { p50 = ms($2) }
            $1 == "99%" { p99 = ms($2) }
            $1 == "Requests/sec:" { rate = $2 }
            /Non-2xx|Socket errors/ { bad = 1 }
            END { printf "%.0f %.2f %.2f %d\n", rate, p50, p99, bad }'
}

echo "$(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), $(nproc) cores;" \
    "load average $(cut -d' ' -f1-3 /proc/loadavg); wrk -t1 -c16 -d${seconds}s"
format='%-14s %8s %10s %8s %8s %10s %8s %8s %7s\n'
printf "\n$format" page bytes enlace/s p50ms p99ms nginx/s p50ms p99ms ratio
for page in "$@"; do
    load $port "$page" >"$folder/ours"
    load $peer_port "$page" >"$folder/peer"
    read -r rate p50 p99 bad <"$folder/ours"
    read -r peer_rate peer_p50 peer_p99 peer_bad <"$folder/peer"
    [ "$bad$peer_bad" = 00 ] || { echo "Not every answer to $page was good." >&2; exit 1; }
    ratio=$(awk "BEGIN { printf \"%.2f\", $rate / $peer_rate }")
    printf "$format" "$page" "$(stat -c %s "$folder/pages$page")" \
        "$rate" "$p50" "$p99" "$peer_rate" "$peer_p50" "$peer_p99" "$ratio"
done
echo "load average at the end: $(cut -d' ' -f1-3 /proc/loadavg)"
