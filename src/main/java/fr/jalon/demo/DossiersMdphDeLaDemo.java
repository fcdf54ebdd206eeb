package fr.jalon.demo;

import fr.jalon.habilitations.AuNomDe;
import fr.jalon.handicap.application.FaireAvancer;
import fr.jalon.handicap.application.NoterLesReponses;
import fr.jalon.handicap.application.OuvrirUnDossier;
import fr.jalon.handicap.application.TenirLaConstitution;
import fr.jalon.handicap.domaine.AideAuDossier;
import fr.jalon.handicap.domaine.Constitution;
import fr.jalon.handicap.domaine.Depot;
import fr.jalon.handicap.domaine.DroitMdph;
import fr.jalon.handicap.domaine.EtatDossierMdph;
import fr.jalon.handicap.domaine.NouveauDossier;
import fr.jalon.handicap.domaine.NouvelleReponse;
import fr.jalon.handicap.domaine.SensDeLaReponse;
import fr.jalon.parametres.Horloge;
import fr.jalon.structures.Structures;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The disability files of persons whom the référent of the demonstration follows, lived through the doors of everyone: some are spoken of, some
 * built,
 * some wait at the MDPH, some have their answer, one is contested, a right ends soon. Inventions, drawn from the numbers of the persons.
 */
@Component
class DossiersMdphDeLaDemo {
  private static final String REFERENT = "referent";
  private static final int UNE_SUR = 3;
  private static final int AU_PLUS = 36;
  private static final List<List<DroitMdph>> DEMANDES = List.of(List.of(DroitMdph.RQTH), List.of(DroitMdph.RQTH, DroitMdph.AAH),
      List.of(DroitMdph.RQTH, DroitMdph.ORIENTATION_PRO), List.of(DroitMdph.RQTH, DroitMdph.CMI));
  private final OuvrirUnDossier ouvrir;
  private final TenirLaConstitution constitution;
  private final FaireAvancer avancer;
  private final NoterLesReponses noter;
  private final Structures structures;
  private final AuNomDe auNomDe;
  private final Horloge horloge;
  private final JdbcClient base;

  DossiersMdphDeLaDemo(OuvrirUnDossier ouvrir, TenirLaConstitution constitution, FaireAvancer avancer, NoterLesReponses noter,
      Structures structures, AuNomDe auNomDe, Horloge horloge, @Qualifier("chargement") JdbcClient base) {
    this.ouvrir = ouvrir;
    this.constitution = constitution;
    this.avancer = avancer;
    this.noter = noter;
    this.structures = structures;
    this.auNomDe = auNomDe;
    this.horloge = horloge;
    this.base = base;
  }

  /** Lives them, once. */
  void jouer() {
    if (base.sql("select exists (select from handicap.dossier)").query(Boolean.class).single()) {
      return;
    }
    LocalDate jour = LocalDate.now(horloge);
    String maison = structures.departement().code();
    List<Long> siennes = siennes();
    auNomDe.agir(REFERENT, () -> {
      for (int i = 0; i < siennes.size(); i++) {
        vivre(siennes.get(i), i, jour, maison, new Random(siennes.get(i) * 79));
      }
      return null;
    });
  }

  /** Each stops at another step: of twelve, two are spoken of, one is not wanted, three are built, three wait, three have their answer. */
  private void vivre(long personne, int rang, LocalDate jour, String maison, Random hasard) {
    int etape = rang % 12;
    LocalDate propose = jour.minusDays(etape < 3 ? 10 + hasard.nextInt(40) : etape < 6 ? 20 + hasard.nextInt(60) : 250 + hasard.nextInt(100));
    List<DroitMdph> droits = DEMANDES.get(hasard.nextInt(DEMANDES.size()));
    UUID cle = UUID.nameUUIDFromBytes(("mdph " + personne).getBytes(StandardCharsets.UTF_8));
    ouvrir.executer(new NouveauDossier(personne, EtatDossierMdph.PROPOSE, propose, false, droits,
        AideAuDossier.values()[hasard.nextInt(AideAuDossier.values().length)], new Depot(null, maison, ""), cle));
    long dossier = base.sql("select id from handicap.dossier where cle = ?").param(cle).query(Long.class).single();
    if (etape < 2) {
      return;
    }
    if (etape == 2) {
      avancer.decliner(personne, dossier, propose.plusDays(7));
      return;
    }
    avancer.accepter(personne, dossier, propose.plusDays(5));
    constituer(personne, dossier, droits, propose.plusDays(8), etape == 5);
    if (etape < 6) {
      return;
    }
    LocalDate depose = etape < 9 ? jour.minusDays(etape == 6 ? 140 : 20 + hasard.nextInt(60)) : propose.plusDays(25);
    avancer.deposer(personne, dossier, new Depot(depose, maison, ""));
    if (etape == 8) {
      avancer.completer(personne, dossier, depose.plusDays(10));
    }
    if (etape < 9) {
      return;
    }
    repondre(personne, dossier, etape, droits, depose.plusDays(70 + hasard.nextInt(40)), jour);
  }

  private void constituer(long personne, long dossier, List<DroitMdph> droits, LocalDate le, boolean ancien) {
    constitution.executer(personne, dossier, new Constitution(droits, AideAuDossier.TRAVAILLEUR_SOCIAL, le, ancien ? le.minusMonths(11) : le, le,
        ancien ? null : le));
  }

  /** The tenth is refused the second right and contests, the eleventh has a right that ends soon, the twelfth has all for good. */
  private void repondre(long personne, long dossier, int etape, List<DroitMdph> droits, LocalDate le, LocalDate jour) {
    noter.executer(personne, dossier, le, droits.stream().map(d -> etape == 9 && d != DroitMdph.RQTH
        ? new NouvelleReponse(d, SensDeLaReponse.REFUSE, null, null, false)
        : new NouvelleReponse(d, SensDeLaReponse.ACCORDE, le, etape == 10 ? jour.plusMonths(5) : null, etape != 10)).toList());
    if (etape == 9 && droits.size() > 1) {
      avancer.contester(personne, dossier, le.plusDays(20));
    } else if (etape != 9) {
      avancer.direLesSuites(personne, dossier, le.plusDays(10));
    }
  }

  /** One of three of those whom the référent follows. */
  private List<Long> siennes() {
    return base.sql("""
        select s.personne_id from orientation.suivi s join structures.compte_de_referent c on c.referent_id = s.referent_id
        join habilitations.agent a on a.id = c.agent_id join allocataires.personne p on p.id = s.personne_id and p.territoire_id = any(a.territoires)
        where a.identifiant = ? and s.etat = 'EN_COURS' and p.fusionnee_dans is null and s.personne_id % ? = 0 order by s.personne_id limit ?""")
        .params(REFERENT, UNE_SUR, AU_PLUS).query(Long.class).list();
  }
}
