package fr.jalon.habilitations;
@org.springframework.context.annotation.Configuration
class CleTemporaire { @org.springframework.context.annotation.Bean fr.jalon.socle.Chiffrement chiffrement() { return new fr.jalon.socle.Chiffrement("0123456789012345678901234567890123456789".getBytes()); } }
