"""Captures as WARC files: to hand over as evidence, and to work from again with the network off."""

import io
from http import HTTPStatus
from typing import Any

from pydantic import ValidationError
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pipeline.charset import charset_of
from pipeline.digests import digest_bytes
from pipeline.errors import SourceFault
from pipeline.fetch.captured import Captured
from pipeline.fetch.kinds import MEDIA_TYPES, kind_of
from pipeline.fetch.limits import USER_AGENT, FetchLimits
from schemas.source import Snapshot

__all__ = ["from_warc", "to_warc"]

# They describe the transfer, which is over: the archived body is unpacked. Archives keep them under this prefix.
_OF_THE_TRANSFER = ("content-encoding", "transfer-encoding", "content-length")
_KEPT_AS = "X-Archive-Orig-"
_STEP_BYTES = 1 << 16
_SNAPSHOT_TYPE = "application/vnd.morasse.snapshot+json"


def to_warc(captured: Captured) -> bytes:
    """A gzipped WARC 1.1 file: the capture as a response (fetched) or resource (handed over), and its snapshot."""
    snapshot, out = captured.snapshot, io.BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="WARC/1.1")
    dated = {"WARC-Date": snapshot.captured_at.replace("+00:00", "Z")}
    writer.write_record(writer.create_warcinfo_record("capture.warc.gz", {"software": USER_AGENT}))
    target = snapshot.final_url or f"urn:sha256:{snapshot.content_digest}"
    main = writer.create_warc_record(
        target,
        "response" if snapshot.supply == "fetched" else "resource",
        payload=io.BytesIO(captured.content),
        length=len(captured.content),
        warc_content_type="" if snapshot.supply == "fetched" else snapshot.media_type,
        http_headers=_http_headers(snapshot) if snapshot.supply == "fetched" else None,
        warc_headers_dict=dated,
    )
    writer.write_record(main)
    about = snapshot.model_dump_json().encode()
    concurrent = {**dated, "WARC-Concurrent-To": main.rec_headers.get_header("WARC-Record-ID")}
    writer.write_record(
        writer.create_warc_record(
            target,
            "metadata",
            payload=io.BytesIO(about),
            length=len(about),
            warc_content_type=_SNAPSHOT_TYPE,
            warc_headers_dict=concurrent,
        )
    )
    return out.getvalue()


def from_warc(archive: bytes, *, limits: FetchLimits = FetchLimits()) -> Captured:  # noqa: B008 - a frozen value
    """The capture in a WARC file: of ours, exactly what was exported; of others', the first page that answered 200.

    Raises SourceFault when the file is no WARC, holds no page, is cut off, too large, or not what its digest says.
    """
    found: Captured | None = None
    try:
        for record in ArchiveIterator(io.BytesIO(archive), check_digests=True):
            # The reader takes any line of words for the head of an older format, and half a head for a whole one.
            if record.format != "warc" or record.rec_headers.get_header("Content-Length") is None:
                raise ArchiveLoadFailed("no WARC")
            if record.rec_type in ("response", "resource") and found is None:
                found = _read_page(record, limits.max_bytes)
            elif record.content_type == _SNAPSHOT_TYPE and found is not None:
                snapshot = Snapshot.model_validate_json(_content(record, limits.max_bytes))
                found = Captured(snapshot=snapshot, content=found.content)
            if getattr(record.digest_checker, "passed", None) is False:
                raise _fault("Cette archive WARC a été modifiée\u00a0: son empreinte ne correspond pas.")
    except (ArchiveLoadFailed, ValidationError, ValueError, AttributeError, EOFError, OSError) as error:
        # The reader meets a record without its headers with AttributeError.
        raise _fault("Ce fichier n’est pas une archive WARC lisible.") from error
    if found is None:
        raise _fault("Cette archive WARC ne contient pas de page.")
    if digest_bytes(found.content) != found.snapshot.content_digest:
        raise _fault("Cette archive WARC a été modifiée\u00a0: son empreinte ne correspond pas.")
    return found


def _http_headers(snapshot: Snapshot) -> StatusAndHeaders:
    headers = [(_KEPT_AS + key if key.lower() in _OF_THE_TRANSFER else key, value) for key, value in snapshot.headers]
    headers.append(("Content-Length", str(snapshot.size_bytes)))
    phrase = HTTPStatus(snapshot.status).phrase
    return StatusAndHeaders(f"{snapshot.status} {phrase}", headers, protocol="HTTP/1.1")


def _read_page(record: Any, max_bytes: int) -> Captured | None:
    status = 200 if record.http_headers is None else int(record.http_headers.get_statuscode() or 0)
    content = _content(record, max_bytes)
    headers = () if record.http_headers is None else tuple((str(k), str(v)) for k, v in record.http_headers.headers)
    content_type = next((value for key, value in headers if key.lower() == "content-type"), record.content_type or "")
    kind = kind_of(content, claimed=content_type.lower())
    if status != HTTPStatus.OK or kind not in MEDIA_TYPES:
        return None
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    snapshot = Snapshot(
        requested_url=url,
        final_url=url if url.startswith(("http://", "https://")) else "",
        status=status,
        headers=headers,
        media_type=MEDIA_TYPES[kind],
        charset=charset_of(content, content_type=content_type) if kind in ("html", "text") else None,
        content_digest=digest_bytes(content),
        size_bytes=len(content),
        captured_at=(record.rec_headers.get_header("WARC-Date") or "").replace("Z", "+00:00"),
        supply="uploaded",
    )
    return Captured(snapshot=snapshot, content=content)


def _content(record: Any, max_bytes: int) -> bytes:
    content: bytes = record.content_stream().read(max_bytes + 1)
    if len(content) > max_bytes:
        raise _fault("Cette archive WARC est trop grande.")
    # What a decoder did not need is still part of the record; what is then missing was cut off.
    while record.raw_stream.read(_STEP_BYTES):
        pass
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise _fault("Cette archive WARC est incomplète\u00a0: elle s’arrête au milieu d’une page.")
    return content


def _fault(message: str) -> SourceFault:
    return SourceFault(message, "Exportez-la à nouveau, ou déposez la page enregistrée.")
