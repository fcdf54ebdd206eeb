package fr.jalon.handicap.application;

import fr.jalon.handicap.application.RegistreDesDossiers.Dossier;
import fr.jalon.handicap.domaine.AideAuDossier;
import fr.jalon.handicap.domaine.Constitution;
import fr.jalon.handicap.domaine.DroitMdph;
import fr.jalon.handicap.domaine.EtatDossierMdph;
import fr.jalon.journal.Journal;
import fr.jalon.socle.Fautes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a file asks, who helps with it, and which of its papers are ready: kept until it is decided. */
@Service
public class TenirLaConstitution {
  private static final Set<EtatDossierMdph> POSSIBLES = Set.of(EtatDossierMdph.PROPOSE, EtatDossierMdph.A_CONSTITUER, EtatDossierMdph.DEPOSE,
      EtatDossierMdph.COMPLET);
  private final JdbcClient base;
  private final RegistreDesDossiers registre;
  private final ReponsesDUnDossier reponses;
  private final Journal journal;
  private final Clock horloge;

  TenirLaConstitution(JdbcClient base, RegistreDesDossiers registre, ReponsesDUnDossier reponses, Journal journal, Clock horloge) {
    this.base = base;
    this.registre = registre;
    this.reponses = reponses;
    this.journal = journal;
    this.horloge = horloge;
  }

  /** As it is, locked; empty when it is not to be seen. */
  @Transactional
  public Optional<Constitution> pourChanger(long personneId, long dossier) {
    return base.sql("""
        select droits, aide, formulaire_le, certificat_le, identite_le, domicile_le from handicap.dossier where id = ? and personne_id = ? for update""")
        .params(dossier, personneId).query((l, _) -> new Constitution(
            Arrays.stream((String[]) l.getArray("droits").getArray()).map(DroitMdph::valueOf).toList(), AideAuDossier.valueOf(l.getString("aide")),
            l.getObject("formulaire_le", LocalDate.class), l.getObject("certificat_le", LocalDate.class), l.getObject("identite_le", LocalDate.class),
            l.getObject("domicile_le", LocalDate.class))).optional();
  }

  /** @throws fr.jalon.socle.RefusMetier a field is wrong, a right answered is no longer asked, or the file is decided */
  @Transactional
  public void executer(long personneId, long dossier, Constitution c) {
    Dossier d = registre.exiger(personneId, dossier);
    RegistreDesDossiers.exigerEtat(d, POSSIBLES);
    List<DroitMdph> repondus = reponses.de(dossier).stream().map(ReponsesDUnDossier.Reponse::droit).filter(d.droits()::contains).toList();
    Fautes fautes = new Fautes().exiger(c.droits().containsAll(repondus), "droits", "DROIT_DEJA_REPONDU",
        "La MDPH a déjà répondu pour un droit que vous retirez : gardez-le coché.");
    c.verifier(fautes, LocalDate.now(horloge));
    Map<String, Object> valeurs = new HashMap<>();
    valeurs.put("droits", c.droits().stream().map(Enum::name).toArray(String[]::new));
    valeurs.put("aide", c.aide().name());
    valeurs.put("formulaire", c.formulaireLe());
    valeurs.put("certificat", c.certificatLe());
    valeurs.put("identite", c.identiteLe());
    valeurs.put("domicile", c.domicileLe());
    registre.ecrire(dossier, "droits = :droits::text[], aide = :aide, formulaire_le = :formulaire::date, certificat_le = :certificat::date, "
        + "identite_le = :identite::date, domicile_le = :domicile::date", valeurs);
    journal.tracer("DOSSIER_MDPH_CONSTITUE", personneId, null, null);
  }
}
