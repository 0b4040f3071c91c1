import HTTPTypes
package import HeedWeb

/// A server block for nginx that answers a copy of the guidance as the service would: the same addresses, the same header
/// fields from the one table, pages asked for each time, files kept for a year, compressed forms from beside the files.
/// It writes no log: which page somebody read, from where, is nobody's business here either.
package struct NginxServer: Sendable {
    /// What nginx listens on: `127.0.0.1:8090`, `443 ssl`.
    package var listen: String
    /// The copy's folder, absolute. nginx would read `$` in it as a variable: see `canName`.
    package var root: String
    /// Prefixes of the languages' addresses: empty for the first.
    package var bases: [String]
    package var headers: HeaderPolicy
    /// Seconds for which a cache between server and reader may answer with its copy of a page; 0: it asks each time.
    package var age: Int

    package init(listen: String, root: String, bases: [String], headers: HeaderPolicy, age: Int = 0) {
        self.listen = listen
        self.root = root
        self.bases = bases
        self.headers = headers
        self.age = age
    }

    /// Whether a folder's path means to nginx what it says.
    package static func canName(_ path: String) -> Bool { !path.contains { $0 == "$" || $0.isNewline } }

    package var text: String {
        """
        # Belongs inside nginx's http block: as a file of conf.d or sites-enabled. Written by `heed site nginx`.
        map "$status$uri" $heed_keeping {
            default "\(HeaderPolicy.noStore)";
            "~^(200|206|304)/assets/" "\(KeptAnswer.Keeping.forever.rawValue)";
            "~^(200|206|304)/" "\(pageKeeping)";
            "~^204/favicon" "public, max-age=86400";
        }
        server {
            listen \(listen);
            root \(quoted(root));
            access_log off;
            server_tokens off;
            log_not_found off;
            gzip off;
            gzip_static on;
            gzip_vary on;
            gzip_proxied any;
            # With the module brotli_static: brotli_static on;
            default_type application/octet-stream;
            types {
        \(types)
            }
        \(table)
            add_header Cache-Control $heed_keeping always;
            add_header Last-Modified "" always;
            error_page 404 /404.html;
            location ~ /\\.(?!well-known/) { return 404; }
            location = /favicon.ico { return 204; }
        \(languages)
        }

        """
    }

    private var pageKeeping: String {
        age == 0 ? KeptAnswer.Keeping.asking.rawValue : "public, max-age=0, s-maxage=\(age), stale-if-error=\(age)"
    }

    private var types: String {
        (AssetType.all + [("html", "text/html; charset=utf-8")]).sorted { $0.0 < $1.0 }
            .map { "        \(quoted($0.1)) \($0.0);" }.joined(separator: "\n")
    }

    private var table: String {
        headers.fields.map { "    add_header \($0.name.rawName) \(quoted($0.value)) always;" }.joined(separator: "\n")
    }

    /// Each language with its own page for what is not there; the first takes what the others leave.
    private var languages: String {
        bases.flatMap { base in
            [
                "    location \(base)/ { error_page 404 \(base)/404.html; try_files $uri $uri/index.html =404; }",
                "    location = \(base)/404.html { internal; etag off; }",
            ]
        }.joined(separator: "\n")
    }

    private func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
