package fr.jalon.handicap.web;

import fr.jalon.ecran.DatesPlausibles;
import fr.jalon.handicap.domaine.AideAuDossier;
import fr.jalon.handicap.domaine.Constitution;
import fr.jalon.handicap.domaine.DroitMdph;
import fr.jalon.socle.Fautes;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** What a file asks and which papers are ready, as typed. */
public record FormulaireDeConstitution(List<String> droits, String aide, String formulaireLe, String certificatLe, String identiteLe,
    String domicileLe) {
  /** Absent texts are empty. */
  public FormulaireDeConstitution {
    droits = droits == null ? List.of() : droits.stream().sorted().toList();
    aide = FormulaireMdph.propre(aide);
    formulaireLe = FormulaireMdph.propre(formulaireLe);
    certificatLe = FormulaireMdph.propre(certificatLe);
    identiteLe = FormulaireMdph.propre(identiteLe);
    domicileLe = FormulaireMdph.propre(domicileLe);
  }

  static FormulaireDeConstitution de(Constitution c) {
    return new FormulaireDeConstitution(c.droits().stream().map(DroitMdph::name).toList(), c.aide().name(), texte(c.formulaireLe()),
        texte(c.certificatLe()), texte(c.identiteLe()), texte(c.domicileLe()));
  }

  private static String texte(LocalDate jour) {
    return Objects.toString(jour, "");
  }

  /** As read. @throws fr.jalon.socle.SaisieRefusee a day cannot be read: none is taken for a paper that is not ready */
  Constitution constitution() {
    Fautes fautes = new Fautes();
    Constitution c = new Constitution(FormulaireMdph.droits(droits), FormulaireMdph.parmi(AideAuDossier.class, aide),
        DatesPlausibles.facultatif("formulaireLe", formulaireLe, fautes), DatesPlausibles.facultatif("certificatLe", certificatLe, fautes),
        DatesPlausibles.facultatif("identiteLe", identiteLe, fautes), DatesPlausibles.facultatif("domicileLe", domicileLe, fautes));
    fautes.lever();
    return c;
  }
}
