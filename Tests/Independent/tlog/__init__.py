"""A verifier of transparency logs, written from the specifications alone.

It knows C2SP signed-note, tlog-checkpoint, tlog-cosignature (version 1), tlog-tiles, tlog-proof and
tlog-policy, RFC 6962, and docs/entry-format.md. It shares no code with the programs that it checks.
"""
