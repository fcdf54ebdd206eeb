package fr.jalon.rendezvous.application;

import fr.jalon.socle.Chiffrement;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** The name that calendars know an interview by ({@code UID}, RFC 5545): always the same, of nothing else in the world, and it tells no number. */
@Component
class NumeroDAgenda {
  private static final int OCTETS = 16;
  private final Chiffrement chiffrement;

  NumeroDAgenda(Chiffrement chiffrement) {
    this.chiffrement = chiffrement;
  }

  String de(long entretien) {
    byte[] empreinte = chiffrement.empreinte(("agenda entretien " + entretien).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(Arrays.copyOf(empreinte, OCTETS));
  }
}
