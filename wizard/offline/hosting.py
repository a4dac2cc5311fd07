"""Files that tell common hosts what to keep for ever and what to ask for each time (docs/contributing/hosting.md)."""

from __future__ import annotations

FOREVER = "public, max-age=31536000, immutable"

# Netlify, Cloudflare Pages and others. They compress by themselves; pages are asked for each time by default.
_HEADERS = f"""/assets/*
  Cache-Control: {FOREVER}
/*
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
"""

# Apache: sends the packed file that stands beside each file, with the type of what is packed.
_TYPES = {
    "html": "text/html",
    "css": "text/css",
    "(js|mjs)": "text/javascript",
    "json": "application/json",
    "txt": "text/plain",
    "svg": "image/svg+xml",
    "xml": "application/xml",
    "csv": "text/csv",
    "(zip|whl)": "application/zip",
    "wasm": "application/wasm",
    "webmanifest": "application/manifest+json",
}
_PACKED = "\n".join(
    f'<FilesMatch "\\.{ending}\\.(br|gz)$">\n  ForceType {kind}\n</FilesMatch>' for ending, kind in _TYPES.items()
)
_HTACCESS = f"""ErrorDocument 404 /404.html
AddType text/javascript .js .mjs
AddType application/wasm .wasm
AddType application/zip .whl
AddType application/manifest+json .webmanifest
AddDefaultCharset utf-8
<IfModule mod_rewrite.c>
RewriteEngine On
RewriteCond %{{HTTP:Accept-Encoding}} br
RewriteCond %{{REQUEST_FILENAME}}.br -f
RewriteRule ^(.+)$ $1.br [L,E=no-gzip:1]
RewriteCond %{{HTTP:Accept-Encoding}} gzip
RewriteCond %{{REQUEST_FILENAME}}.gz -f
RewriteRule ^(.+)$ $1.gz [L,E=no-gzip:1]
</IfModule>
<FilesMatch "\\.br$">
  RemoveLanguage .br
  AddEncoding br .br
</FilesMatch>
<FilesMatch "\\.gz$">
  AddEncoding gzip .gz
</FilesMatch>
{_PACKED}
<IfModule mod_headers.c>
  Header set Cache-Control "no-cache"
  Header set Cache-Control "{FOREVER}" "expr=%{{REQUEST_URI}} =~ m#/assets/#"
  Header set X-Content-Type-Options "nosniff"
  Header set Referrer-Policy "no-referrer"
  Header merge Vary "Accept-Encoding"
</IfModule>
"""

FILES: dict[str, str | bytes] = {"_headers": _HEADERS, ".htaccess": _HTACCESS}
