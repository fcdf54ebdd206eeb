package fr.jalon.demo;

import fr.jalon.engagement.application.EcrireLeContrat;
import fr.jalon.engagement.application.PreparerUnContrat;
import fr.jalon.engagement.application.PresenterLeContrat;
import fr.jalon.engagement.application.RefuserLeContrat;
import fr.jalon.engagement.application.ReprendreDesContrats;
import fr.jalon.engagement.application.ReprendreDesContrats.Contrat;
import fr.jalon.engagement.application.SignerAilleurs;
import fr.jalon.engagement.application.SignerLeContrat;
import fr.jalon.engagement.application.SuivreLeContrat;
import fr.jalon.engagement.application.VieDesContrats;
import fr.jalon.engagement.domaine.Cadre;
import fr.jalon.engagement.domaine.Intensite;
import fr.jalon.engagement.domaine.ResultatDObjectif;
import fr.jalon.habilitations.AuNomDe;
import fr.jalon.parametres.Horloge;
import fr.jalon.parametres.Parametres;
import fr.jalon.socle.RefusMetier;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The contrats d'engagement of those who are followed, but by France Travail: about half have one in force (DREES: 49 %), signed in 56 days when
 * the law began and in
 * less than a month at the end. Those of the référent of the demonstration are lived act by act, with a refusal, amendments, renewals, results;
 * the others are
 * written by lots, month after month. Drawn from the numbers of the persons.
 */
@Component
class ContratsDeLaDemo {
  private static final String REFERENT = "referent";
  private static final int DU_STOCK = 48;
  private static final int DES_NOUVELLES = 78;
  private static final double DELAI_AU_DEBUT = 56;
  private static final double DELAI_GAGNE = 36;
  private static final int RENOUVELES = 75;
  private static final int DESSINES = 12;
  private static final List<String> OBJECTIFS = List.of("Je précise mon projet de travail.", "Je passe le code de la route.",
      "Je trouve une garde pour mes enfants.",
      "Je mets mes papiers à jour.", "Je refais mon CV et je réponds à des offres.", "Je découvre un métier en stage.",
          "Je cherche un logement plus près de la gare.",
      "Je reprends confiance avec un atelier.", "J'apprends à me servir de l'ordinateur.");
  private static final byte[] POINT = {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 1, 0, 0, 0, 1,
      8, 6, 0, 0, 0};
  private final PreparerUnContrat preparer;
  private final EcrireLeContrat ecrire;
  private final PresenterLeContrat presenter;
  private final SignerLeContrat signer;
  private final SignerAilleurs ailleurs;
  private final RefuserLeContrat refuser;
  private final SuivreLeContrat suivre;
  private final ReprendreDesContrats reprendre;
  private final VieDesContrats vie;
  private final Parametres parametres;
  private final AuNomDe auNomDe;
  private final Horloge horloge;
  private final TransactionTemplate transaction;
  private final JdbcClient base;
  private final Map<LocalDate, List<Runnable>> actes = new TreeMap<>();

  ContratsDeLaDemo(PreparerUnContrat preparer, EcrireLeContrat ecrire, PresenterLeContrat presenter, SignerLeContrat signer, SignerAilleurs ailleurs,
      RefuserLeContrat refuser, SuivreLeContrat suivre, ReprendreDesContrats reprendre, VieDesContrats vie, Parametres parametres, AuNomDe auNomDe,
      Horloge horloge, TransactionTemplate transaction, @Qualifier("chargement") JdbcClient base) {
    this.preparer = preparer;
    this.ecrire = ecrire;
    this.presenter = presenter;
    this.signer = signer;
    this.ailleurs = ailleurs;
    this.refuser = refuser;
    this.suivre = suivre;
    this.reprendre = reprendre;
    this.vie = vie;
    this.parametres = parametres;
    this.auNomDe = auNomDe;
    this.horloge = horloge;
    this.transaction = transaction;
    this.base = base;
  }

  /** Who is followed. @param sienne true for those of the référent of the demonstration */
  private record Suivie(long personneId, LocalDate notifieLe, boolean sienne) {}

  /** Lives them, once. */
  void jouer() {
    if (base.sql("select exists (select from engagement.contrat)").query(Boolean.class).single()) {
      return;
    }
    LocalDate jour = LocalDate.now(horloge);
    LocalDate loi = parametres.chercher("engagement.stock", jour).map(v -> v.depuis()).orElse(jour);
    Map<YearMonth, List<Contrat>> lots = new TreeMap<>();
    int siennes = 0;
    for (Suivie s : suivies()) {
      Random hasard = new Random(s.personneId() * 83);
      LocalDate le = signature(s, loi, jour, hasard);
      if (s.sienne()) {
        vivre(s, le, jour, siennes, hasard);
        siennes++;
      } else if (le != null && le.isBefore(jour)) {
        Contrat c = contrat(s.personneId(), le, hasard);
        lots.computeIfAbsent(YearMonth.from(le), _ -> new ArrayList<>()).add(c);
        suivreUnAutre(c, jour, hasard);
      }
    }
    lots.forEach((mois, ceux) -> le(mois.atEndOfMonth().isBefore(jour) ? mois.atEndOfMonth() : jour.minusDays(1), () -> reprendre.reprendre(ceux,
        null)));
    actes.forEach((le, ceuxDuJour) -> {
      horloge.regler(le.atTime(10, 0));
      ceuxDuJour.forEach(this::essayer);
    });
    actes.clear();
    horloge.regler(jour.atTime(8, 0));
    transaction.execute(_ -> vie.balayer(jour));
  }

  /** The day both sign; {@code null} for never, after today for not yet. */
  private static LocalDate signature(Suivie s, LocalDate loi, LocalDate jour, Random hasard) {
    int tirage = hasard.nextInt(100);
    double u = hasard.nextDouble();
    if (s.notifieLe().isBefore(loi)) {
      return tirage >= DU_STOCK ? null : loi.plusDays(5 + (long) (u * ChronoUnit.DAYS.between(loi, jour)));
    }
    double part = ChronoUnit.DAYS.between(loi, s.notifieLe()) / (double) Math.max(1, ChronoUnit.DAYS.between(loi, jour));
    return tirage >= DES_NOUVELLES ? null : s.notifieLe().plusDays(1 + (long) ((DELAI_AU_DEBUT - DELAI_GAGNE * part) * (0.35 + 1.3 * u)));
  }

  private static Contrat contrat(long personne, LocalDate le, Random hasard) {
    int mois = hasard.nextInt(10) < 6 ? 12 : hasard.nextInt(3) < 2 ? 6 : 4;
    List<String> objectifs = new ArrayList<>();
    for (int i = hasard.nextInt(OBJECTIFS.size()), n = 1 + hasard.nextInt(3); n > 0; n--, i++) {
      objectifs.add(OBJECTIFS.get(i % OBJECTIFS.size()));
    }
    return new Contrat(personne, le, le.plusMonths(mois).minusDays(1), le, Intensite.values()[hasard.nextInt(5) / 2], objectifs,
        BigDecimal.valueOf(hasard.nextInt(10) < 7 ? 15 : 4 + hasard.nextInt(8)));
  }

  /** Of the others: most of those that ended are renewed, some have their results. */
  private void suivreUnAutre(Contrat c, LocalDate jour, Random hasard) {
    if (c.jusquAu().isBefore(jour) && hasard.nextInt(100) < RENOUVELES) {
      le(c.jusquAu().minusDays(3), () -> {
        preparer.renouveler(c.personneId(), sien(c.personneId()));
        ailleurs.executer(sien(c.personneId()), c.jusquAu().minusDays(3), empreinte(c.personneId()));
      });
    } else if (hasard.nextInt(8) == 0) {
      le(plusTot(c.signeLe().plusDays(90), jour.minusDays(1)), () -> dire(c.personneId(), hasard));
    }
  }

  /** Hers: signed, amended, with results; or refused, presented, begun, not begun. */
  private void vivre(Suivie s, LocalDate signeLe, LocalDate jour, int rang, Random hasard) {
    long p = s.personneId();
    if (signeLe != null && signeLe.isBefore(jour)) {
      le(signeLe, () -> auNom(() -> {
        long contrat = preparer.executer(p, cle(p));
        if (rang < DESSINES) {
          presenter.executer(p, contrat);
          signer.dessiner(p, contrat, "data:image/png;base64," + Base64.getEncoder().encodeToString(POINT));
          signer.signerPourLOrganisme(p, contrat);
        } else {
          ailleurs.executer(contrat, signeLe, empreinte(p));
        }
      }));
      LocalDate apres = signeLe.plusDays(60 + hasard.nextInt(60));
      if (apres.isBefore(jour) && rang % 5 == 0) {
        le(apres, () -> auNom(() -> amender(p, apres)));
      } else if (apres.isBefore(jour) && rang % 5 < 3) {
        le(apres, () -> auNom(() -> dire(p, hasard)));
      }
      return;
    }
    int etape = hasard.nextInt(5);
    LocalDate debut = plusTot(s.notifieLe().plusDays(12), jour.minusDays(2));
    if (etape < 3) {
      le(debut.isBefore(jour.minusDays(60)) ? jour.minusDays(15 + etape) : debut, () -> auNom(() -> {
        long contrat = preparer.executer(p, cle(p));
        if (etape == 0 && rang % 2 == 0) {
          refuser.executer(p, contrat, LocalDate.now(horloge), "Elle préfère attendre d'avoir réglé son déménagement.");
        } else if (etape == 1 && rang % 3 == 0) {
          presenter.executer(p, contrat);
        }
      }));
    }
  }

  private void amender(long personne, LocalDate le) {
    long contrat = sien(personne);
    preparer.amender(personne, contrat);
    Cadre c = ecrire.cadre(personne, contrat).orElseThrow();
    ecrire.cadrer(personne, contrat, new Cadre(c.depuis(), c.jusquAu(), Intensite.RENFORCEE, c.engagementsPersonne(), c.engagementsReferent(),
        "Un rendez-vous chaque semaine, pour préparer l'entrée en formation."));
    ailleurs.executer(contrat, le, empreinte(personne * 7));
  }

  private void dire(long personne, Random hasard) {
    long contrat = sien(personne);
    base.sql("""
        select o.id from engagement.objectif o join engagement.version v on v.id = o.version_id
        where v.contrat_id = ? and v.etat = 'SIGNEE' and o.retire_le is null order by o.id limit 2""").param(contrat).query(Long.class).list()
        .forEach(o -> suivre.direLeResultat(personne, contrat, o, ResultatDObjectif.values()[hasard.nextInt(5) / 2], "Il reste une étape."));
  }

  private void le(LocalDate jour, Runnable acte) {
    actes.computeIfAbsent(jour, _ -> new ArrayList<>()).add(acte);
  }

  private void auNom(Runnable acte) {
    auNomDe.agir(REFERENT, () -> transaction.execute(_ -> {
      acte.run();
      return null;
    }));
  }

  /** A right that closed, a follow-up that slept: what cannot be done that day is not done. */
  private void essayer(Runnable acte) {
    try {
      acte.run();
    } catch (RefusMetier refus) {
      if (!refus.code().startsWith("CONTRAT_")) {
        throw refus;
      }
    }
  }

  private long sien(long personne) {
    return base.sql("select coalesce(max(id), 0) from engagement.contrat where personne_id = ?").param(personne).query(Long.class).single();
  }

  private static LocalDate plusTot(LocalDate un, LocalDate autre) {
    return un.isBefore(autre) ? un : autre;
  }

  private static UUID cle(long personne) {
    return UUID.nameUUIDFromBytes(("contrat " + personne).getBytes(StandardCharsets.UTF_8));
  }

  private static String empreinte(long numero) {
    return HexFormat.of().formatHex(java.nio.ByteBuffer.allocate(Integer.BYTES * Long.BYTES).putLong(numero * 2_654_435_761L).array());
  }

  private List<Suivie> suivies() {
    return base.sql("""
        select s.personne_id, s.notifie_le, s.referent_id is not null and s.referent_id = m.referent_id as sienne
        from orientation.suivi s join structures.organisation o on o.id = s.organisation_id and o.nature <> 'FRANCE_TRAVAIL'
        join allocataires.personne p on p.id = s.personne_id and p.fusionnee_dans is null
        left join (select c.referent_id from structures.compte_de_referent c join habilitations.agent a on a.id = c.agent_id where a.identifiant = ?) m on true
        where s.etat = 'EN_COURS' and not s.a_poster order by s.personne_id""").param(REFERENT).query(Suivie.class).list();
  }
}
