package fr.jalon.papiers.web;

import fr.jalon.ecran.CleDeFormulaire;
import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.papiers.domaine.GenreDePapier;
import fr.jalon.papiers.domaine.NouveauPapier;
import fr.jalon.papiers.domaine.PapierDemande;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** What was typed in one of the forms of the page. @param vu corrections the page showed; @param cle number of the form */
public record FormulaireDePapier(String genre, String vuLe, String jusquAu, String pourLe, String raison, String motif, String vu, String cle) {
  /** Absent texts are empty. */
  public FormulaireDePapier {
    genre = propre(genre);
    vuLe = propre(vuLe);
    jusquAu = propre(jusquAu);
    pourLe = propre(pourLe);
    raison = propre(raison);
    motif = propre(motif);
    vu = propre(vu);
    cle = CleDeFormulaire.de(cle);
  }

  /** One that nobody filled. @param vuLe and @param jusquAu as shown first, {@code null} for nothing */
  static FormulaireDePapier vide(LocalDate vuLe, LocalDate jusquAu) {
    return new FormulaireDePapier(null, Objects.toString(vuLe, null), Objects.toString(jusquAu, null), null, null, null, null, null);
  }

  private static String propre(String texte) {
    return texte == null ? "" : texte.replace("\r\n", "\n").strip();
  }

  /** As read. @param choisi the kind of that code, {@code null} for none */
  NouveauPapier papierVu(long personneId, GenreDePapier choisi) {
    return new NouveauPapier(personneId, choisi, jourVu(), jourEcrit(), numero());
  }

  /** As read. @param choisi the kind of that code, {@code null} for none */
  PapierDemande papierDemande(long personneId, GenreDePapier choisi) {
    return new PapierDemande(personneId, choisi, DatesPlausibles.lireOuRien(pourLe), raison, numero());
  }

  LocalDate jourVu() {
    return DatesPlausibles.lireOuRien(vuLe);
  }

  LocalDate jourEcrit() {
    return DatesPlausibles.lireOuRien(jusquAu);
  }

  UUID numero() {
    return UUID.fromString(cle);
  }

  /** How many corrections the page showed; none when it says nothing that can be read. */
  int corrections() {
    return vu.matches("\\d{1,6}") ? Integer.parseInt(vu) : -1;
  }

  /** The same under a number that has not served. */
  FormulaireDePapier sousUneAutreCle() {
    return new FormulaireDePapier(genre, vuLe, jusquAu, pourLe, raison, motif, vu, null);
  }
}
