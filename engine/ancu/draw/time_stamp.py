"""Time stamps by RFC 3161: an authority's word that the commitments of a freeze were there at a time.

Nobody needs one: a code on a notice board says as much. Where there is one, it is verified by the certificates of the
authority, which the verifier brings; the network is not asked.
"""

from __future__ import annotations

from datetime import datetime
from importlib import import_module
from typing import Any

from ancu import extras
from ancu.draw.public_value import written_time
from ancu.errors import ExtraMissingError, InputError, Problem


def time_of_stamp(stamped: str, stamp: bytes, authority: bytes) -> str | None:
    """When ``stamped`` was, by the reply of an authority (DER) whose root certificates are given (PEM).

    None: the stamp is of something else, or not of that authority. Raises :class:`InputError` for files that are no
    stamp or no certificates, :class:`ExtraMissingError` without ``ancu[draw]``.
    """
    if not extras.time_stamps():
        raise ExtraMissingError(Problem("draw_needs_extra", {}))
    client: Any = import_module("rfc3161_client")
    certificates: Any = import_module("cryptography.x509")
    try:
        roots = certificates.load_pem_x509_certificates(authority)
    except ValueError as error:
        raise InputError(Problem("draw_authority_bad", {})) from error
    try:
        reply = client.decode_timestamp_response(stamp)
    except ValueError as error:
        raise InputError(Problem("draw_stamp_bad", {})) from error
    builder = client.VerifierBuilder()
    for root in roots:
        builder = builder.add_root_certificate(root)
    try:
        builder.build().verify_message(reply, stamped.encode())
    except client.VerificationError:
        return None
    moment: datetime = reply.tst_info.gen_time
    return written_time(moment)
