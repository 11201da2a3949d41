-- Programs act for an account with a token. Only its hash is kept: who reads this table can do nothing with it.

CREATE TABLE api_token (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    hash            bytea NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
    account         text NOT NULL REFERENCES account (login) ON DELETE CASCADE,
    name            text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    reads_manifests boolean NOT NULL,
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    last_used_at    timestamptz,
    revoked_at      timestamptz,
    CHECK (expires_at > created_at)
);
COMMENT ON COLUMN api_token.hash IS 'SHA-256 of 256 random bits: no salt is needed, nobody guesses them';
COMMENT ON COLUMN api_token.reads_manifests IS 'may read names and identity numbers in clear, where the account may';
COMMENT ON COLUMN api_token.last_used_at IS 'to the minute';
CREATE INDEX api_token_account ON api_token (account, id);
