package fr.jalon.allocataires;

import fr.jalon.allocataires.EvenementDuFil.Theme;
import java.util.EnumSet;
import java.util.Set;

/** A part of the dossier of a person: an address of its own, that loads only the panels that live there. */
public enum PartieDuDossier {
  /** What waits, who to call, who lives there. */
  AUJOURDHUI("Aujourd'hui", "", "sun", EnumSet.complementOf(EnumSet.of(Theme.PAIEMENTS))),
  /** Orientation, diagnostic, follow-up. */
  PARCOURS("Parcours", "/parcours", "signpost-split", EnumSet.of(Theme.SUIVI, Theme.DROITS, Theme.SDD)),
  /** Appointments, letters, messages. */
  ECHANGES("Rendez-vous et échanges", "/echanges", "chat-left-text", EnumSet.of(Theme.SUIVI, Theme.ADRESSE)),
  /** The right, the household's amounts and payments, her identity. */
  DROITS("Droits et montants", "/droits", "shield-check", EnumSet.of(Theme.DROITS, Theme.SDD, Theme.FOYER, Theme.ADRESSE, Theme.MONTANTS)),
  /** What few may open: her rights on her data, who consulted the dossier. */
  PROCEDURES("Procédures", "/procedures", "folder2", EnumSet.noneOf(Theme.class));

  private final String libelle;
  private final String chemin;
  private final String icone;
  private final Set<Theme> themes;

  PartieDuDossier(String libelle, String chemin, String icone, Set<Theme> themes) {
    this.libelle = libelle;
    this.chemin = chemin;
    this.icone = icone;
    this.themes = themes;
  }

  /** As shown. */
  public String libelle() {
    return libelle;
  }

  /** Bootstrap icon. */
  public String icone() {
    return icone;
  }

  /** Its address for a person: {@code /dossier/12/parcours}. */
  public String adresse(long personneId) {
    return "/dossier/" + personneId + chemin;
  }

  /** What its timeline shows unless asked otherwise; none: it has no timeline. */
  public Set<Theme> themes() {
    return EnumSet.copyOf(themes);
  }
}
