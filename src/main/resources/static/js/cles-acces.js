// Passkeys: written below, once the server knows them.
