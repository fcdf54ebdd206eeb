package fr.jalon.accompagnement.application;

import fr.jalon.accompagnement.domaine.EntreeIntensive;
import fr.jalon.accompagnement.domaine.EtatIntensif;
import fr.jalon.accompagnement.domaine.MotifDeSortie;
import fr.jalon.ecran.Francais;
import fr.jalon.journal.Journal;
import fr.jalon.orientation.domaine.Depassement;
import fr.jalon.orientation.domaine.affectation.Candidat;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.Fautes;
import fr.jalon.socle.RefusMetier;
import fr.jalon.socle.SaisieRefusee;
import fr.jalon.structures.Referent;
import fr.jalon.structures.Structures;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Persons enter the intensive portfolio of the référent who follows them, all or none. Who is followed by another one changes référent first, by
 * its own act and its letter. Who was still written in another portfolio leaves it that day.
 */
@Service
public class EntrerEnIntensif {
  private final JdbcClient base;
  private final RegistreDesIntensifs registre;
  private final Structures structures;
  private final Parametres parametres;
  private final Journal journal;
  private final Clock horloge;

  EntrerEnIntensif(JdbcClient base, RegistreDesIntensifs registre, Structures structures, Parametres parametres, Journal journal, Clock horloge) {
    this.base = base;
    this.registre = registre;
    this.structures = structures;
    this.parametres = parametres;
    this.journal = journal;
    this.horloge = horloge;
  }

  /** What is known of one who would enter. @param depuis first day this référent has her */
  private record Connue(long personneId, Integer referentId, LocalDate depuis, LocalDate sortieLe, Long dedans, Integer dedansChez,
      LocalDate dedansDepuis,
      String dedansRaison, String dedansPar) {}

  /**
   * Records them.
   *
   * @return why some may not, by person: nothing is recorded then; empty when all is
   * @throws RefusMetier a field is wrong, the portfolio is not the agent's, or was not open that day, or is full and nobody accepts it by name
   */
  @Transactional
  public Map<Long, String> executer(EntreeIntensive e) {
    LocalDate aujourdhui = LocalDate.now(horloge);
    Fautes fautes = new Fautes();
    e.verifier(aujourdhui, fautes);
    fautes.lever();
    Referent referent = structures.referent(e.referentId()).orElseThrow(() -> new RefusMetier("PORTEFEUILLE_INCONNU", "Ce référent n'existe pas."));
    if (!registre.tient(e.referentId())) {
      throw new RefusMetier("PORTEFEUILLE_D_UN_AUTRE", "Ce portefeuille est celui d'un collègue : lui-même ou son responsable y fait entrer.");
    }
    registre.reserver(e.referentId());
    if (!ouvert(e.referentId(), e.le()) || !ouvert(e.referentId(), aujourdhui)) {
      throw new SaisieRefusee("le", new RefusMetier("PORTEFEUILLE_FERME", ("%s n'avait pas de portefeuille intensif ce jour-là, ou n'en a plus. "
          + "Choisissez un autre jour, ou demandez à l'administration de le dire sur sa fiche.").formatted(referent.nom())));
    }
    Map<Long, Connue> connues = new HashMap<>();
    connues(e).forEach(c -> connues.put(c.personneId(), c));
    Map<Long, String> refus = new LinkedHashMap<>();
    List<Connue> nouvelles = new ArrayList<>();
    for (Long id : e.personnes()) {
      Connue c = connues.get(id);
      String non = refuser(c, e);
      if (non != null) {
        refus.put(id, non);
      } else if (c.dedans() == null || c.dedansChez() != e.referentId()) {
        nouvelles.add(c);
      }
    }
    if (refus.isEmpty() && !nouvelles.isEmpty()) {
      verifierLaTaille(referent, nouvelles.size(), e.depassement(), aujourdhui);
      nouvelles.forEach(c -> ecrire(c, e, referent));
    }
    return refus;
  }

  private boolean ouvert(int referent, LocalDate le) {
    return base.sql("""
        select exists (select from structures.portefeuille_intensif where referent_id = ? and debut <= ? and coalesce(fin, 'infinity') > ?)""")
        .params(referent, le, le).query(Boolean.class).single();
  }

  private List<Connue> connues(EntreeIntensive e) {
    return base.sql("""
        select p.id as personne_id, s.referent_id, greatest(s.notifie_le, (select max(g.le) from orientation.changement_advenu g
            where g.suivi_id = s.suivi_id and g.apres_id = s.referent_id)) as depuis,
          (select max(x.sorti_le) from accompagnement.intensif x where x.personne_id = p.id and x.etat = 'SORTIE') as sortie_le,
          i.id as dedans, i.referent_id as dedans_chez, i.entre_le as dedans_depuis, i.raison as dedans_raison, i.saisi_par as dedans_par
        from allocataires.personne p left join accompagnement.suivie s on s.personne_id = p.id
        left join accompagnement.intensif i on i.personne_id = p.id and i.etat = 'EN_COURS'
        where p.id = any(?::bigint[]) and p.fusionnee_dans is null""").param(e.personnes().toArray(Long[]::new)).query(Connue.class).list();
  }

  /** @return why she may not enter, {@code null} when she may, or is in it by this very act */
  private String refuser(Connue c, EntreeIntensive e) {
    if (c == null || c.referentId() == null) {
      return "Elle n'est suivie par aucun référent, ou n'est plus dans ce que vous pouvez consulter.";
    }
    if (c.referentId() != e.referentId()) {
      return "Elle est suivie par %s. Changez d'abord son référent, dans son dossier : la lettre qui le lui dit part de là."
          .formatted(structures.referent(c.referentId()).map(Referent::nom).orElse("un autre référent"));
    }
    if (c.dedans() != null && c.dedansChez() == e.referentId()) {
      boolean leMemeActe = c.dedansDepuis().equals(e.le()) && c.dedansRaison().equals(e.raison().strip()) && c.dedansPar().equals(registre.moi());
      return leMemeActe ? null : "Elle est déjà dans ce portefeuille, depuis le %s.".formatted(Francais.date(c.dedansDepuis()));
    }
    if (e.le().isBefore(c.depuis())) {
      return "Ce référent la suit depuis le %s : elle ne peut pas entrer avant.".formatted(Francais.date(c.depuis()));
    }
    LocalDate avant = c.dedans() != null ? c.dedansDepuis() : c.sortieLe();
    return avant == null || !e.le().isBefore(avant) ? null
        : "Elle était dans un portefeuille le %s : elle ne peut pas entrer dans celui-ci avant.".formatted(Francais.date(avant));
  }

  private void verifierLaTaille(Referent referent, int nouvelles, Depassement depassement, LocalDate aujourdhui) {
    int places = Candidat.capacite(referent.etp(), parametres.valeur("accompagnement.file_active_intensive", aujourdhui).entier());
    int membres = base.sql("select coalesce(sum(membres), 0)::int from accompagnement.portefeuilles_au(?, 1, 1) where referent_id = ?")
        .params(aujourdhui, referent.id()).query(Integer.class).single();
    if (membres + nouvelles > places && depassement == null) {
      throw new SaisieRefusee("acceptePar", new RefusMetier("INTENSIF_COMPLET", ("%s dans le portefeuille de %s pour %s, et %s. "
          + "Faites-en entrer moins, ou dites qui accepte le dépassement et pourquoi.").formatted(Francais.compte(membres, "personne est",
                  "personnes sont"), referent.nom(),
              Francais.compte(places, "place", "places"), Francais.compte(nouvelles, "entre", "entrent"))));
    }
  }

  private void ecrire(Connue c, EntreeIntensive e, Referent referent) {
    OffsetDateTime maintenant = OffsetDateTime.now(horloge);
    if (c.dedans() != null) {
      registre.passer(c.dedans(), EtatIntensif.SORTIE, "sorti_le = :le, sortie_motif = :motif, sortie_par = :qui",
          Map.of("le", e.le(), "motif", MotifDeSortie.AUTRE_PORTEFEUILLE.name(), "qui", registre.moi()), MotifDeSortie.AUTRE_PORTEFEUILLE.libelle());
      journal.tracer("INTENSIF_SORTIE", c.personneId(), null, MotifDeSortie.AUTRE_PORTEFEUILLE.libelle());
    }
    Depassement d = e.depassement();
    long id = base.sql("""
        insert into accompagnement.intensif (personne_id, referent_id, entre_le, raison, accepte_par, accepte_raison, etat, etat_depuis, saisi_par, saisi_le)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""").params(c.personneId(), e.referentId(), e.le(), e.raison().strip(), d == null ? null : d.acceptePar(),
        d == null ? null : d.raison(), EtatIntensif.EN_COURS.name(), maintenant, registre.moi(), maintenant).query(Long.class).single();
    registre.naitre(List.of(id));
    journal.tracer("INTENSIF_ENTREE", c.personneId(), null, "Portefeuille de %s, le %s : %s".formatted(referent.nom(), Francais.date(e.le()),
        e.raison().strip()));
  }
}
