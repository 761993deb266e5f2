"""Files an editor might hand over, made from words."""

import io
import quopri
from collections.abc import Sequence

from pypdf import PdfReader, PdfWriter


def pdf(pages: Sequence[Sequence[str]]) -> bytes:
    """A PDF with one line of text a string, written out by hand."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for n, lines in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * n} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        shown = [f"({_escaped(line)}) Tj T*" if line else "T*" for line in lines]
        stream = "\n".join(("BT /F1 11 Tf 14 TL 50 790 Td", *shown, "ET")).encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def encrypted_pdf() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf([["Secret words."]]))))
    writer.encrypt("password", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def encrypted_pdf_of_today() -> bytes:
    """A PDF that says it is encrypted as PDF 2.0 does it (AES-256); its keys open nothing."""
    key, wrapped = b"<%s>" % (b"0a" * 48), b"<%s>" % (b"0b" * 32)
    said = b"/Encrypt << /Filter /Standard /V 5 /R 6 /Length 256 /P -4 /O %s /U %s /OE %s /UE %s /Perms <%s> " % (
        *(key, key, wrapped, wrapped, b"0c" * 16),
    )
    said += b"/CF << /StdCF << /CFM /AESV3 /Length 32 >> >> /StmF /StdCF /StrF /StdCF >> /ID [<00> <00>]"
    return pdf([["Secret words."]]).replace(b"/Root 1 0 R", b"/Root 1 0 R " + said)


def mhtml(html: str, *, charset: str = "utf-8", url: str = "https://news.example.com/story") -> bytes:
    """A page as Chromium saves it: quoted-printable parts, one of them the page."""
    page = quopri.encodestring(html.encode(charset)).decode("ascii")
    return (
        "From: <Saved by Blink>\r\n"
        f"Snapshot-Content-Location: {url}\r\n"
        "Subject: A page\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Cut----"\r\n\r\n\r\n'
        f"------Cut----\r\nContent-Type: text/html; charset={charset}\r\n"
        f"Content-ID: <frame-1@mhtml.blink>\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Location: {url}\r\n\r\n"
        + page.replace("\n", "\r\n")
        + "\r\n------Cut----\r\nContent-Type: text/css\r\nContent-Location: cid:style\r\n\r\np { color: red }\r\n"
        "------Cut------\r\n"
    ).encode("ascii")


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
