"""nginx with a configuration of our own in a folder of its own, on this machine's loopback, ended by its own id."""

import os
import shutil
import socket
import subprocess
import tempfile
import time

BINARY = shutil.which("nginx") or "/usr/sbin/nginx"

MAIN = """
{user}
daemon off;
pid {folder}/pid;
error_log {folder}/error.log warn;
worker_processes {workers};
worker_rlimit_nofile 8192;
events {{ worker_connections 2048; }}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 1000000;
    {more}
    include {folder}/server.conf;
}}
"""


class Nginx:
    """`server` is what belongs inside the http block, listening on `port`."""

    def __init__(self, server, port, workers=1, more=""):
        self.folder = tempfile.mkdtemp(prefix="heed-nginx-")
        self.port, self.process = port, None
        self.base = f"http://127.0.0.1:{port}"
        # Workers of a master that is root would be nobody, who cannot read a test's folders.
        user = "user root;" if os.geteuid() == 0 else ""
        with open(os.path.join(self.folder, "server.conf"), "w", encoding="utf-8") as file:
            file.write(server)
        with open(os.path.join(self.folder, "nginx.conf"), "w", encoding="utf-8") as file:
            file.write(MAIN.format(user=user, folder=self.folder, workers=workers, more=more))

    def errors(self):
        path = os.path.join(self.folder, "error.log")
        if not os.path.exists(path):
            return ""
        with open(path, encoding="utf-8") as file:
            return file.read()

    def __enter__(self):
        self.process = subprocess.Popen(
            [BINARY, "-p", self.folder, "-e", os.path.join(self.folder, "error.log"), "-c", "nginx.conf"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        ends = time.monotonic() + 10
        while time.monotonic() < ends and self.process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return self
            except OSError:
                time.sleep(0.02)
        said = self.errors()
        self.__exit__()
        raise AssertionError(f"nginx did not start: {said}")

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stderr.close()
        shutil.rmtree(self.folder, ignore_errors=True)
