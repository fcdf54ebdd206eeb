package fr.jalon.habilitations.connexion;

/** The key of encryption is missing, malformed or not the one of the data. The message is the French sentence to show at start. */
public class CleRefusee extends fr.jalon.demarrage.DemarrageImpossible {
  CleRefusee(String phrase) {
    super(phrase);
  }
}
