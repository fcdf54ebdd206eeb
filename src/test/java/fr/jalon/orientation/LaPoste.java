package fr.jalon.orientation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.courriers.application.ImprimerEnFond;
import fr.jalon.courriers.application.PosterUnLot;
import fr.jalon.courriers.application.PreparerUnLot;
import fr.jalon.courriers.application.SuivreUnMessage;
import fr.jalon.courriers.lecture.FiltresDeMessages;
import fr.jalon.diagnostic.domaine.Parcours;
import fr.jalon.habilitations.Perimetre;
import fr.jalon.orientation.Dossiers.Personne;
import fr.jalon.orientation.application.AccepterReorientation;
import fr.jalon.orientation.application.DemanderReorientation;
import fr.jalon.orientation.application.EnregistrerOrientation;
import fr.jalon.orientation.domaine.NouvelleDemande;
import fr.jalon.orientation.domaine.NouvelleOrientation;
import fr.jalon.orientation.domaine.OrigineDeReorientation;
import fr.jalon.orientation.domaine.RaisonDeReorientation;
import fr.jalon.parametres.Horloge;
import fr.jalon.structures.Structures;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the orientation recorded to its letter at the post, as the secretary of territory 2 does it on 20 October 2025. */
@TestComponent
public class LaPoste {
  public static final LocalDate AUJOURDHUI = LocalDate.of(2025, 10, 20);
  private static final LocalDate RECU = LocalDate.of(2025, 10, 3);
  private static final Perimetre SECRETAIRE = EnTantQue.territoire(2, "DOSSIERS", "ENTREES", "ORIENTATIONS", "REORIENTATIONS", "COURRIERS");
  private final Dossiers dossiers;
  private final EnregistrerOrientation enregistrer;
  private final DemanderReorientation demander;
  private final AccepterReorientation accepter;
  private final PreparerUnLot preparer;
  private final ImprimerEnFond imprimer;
  private final PosterUnLot poster;
  private final SuivreUnMessage suivre;
  private final Structures structures;
  private final Horloge horloge;
  private final JdbcClient base;

  LaPoste(Dossiers dossiers, EnregistrerOrientation enregistrer, DemanderReorientation demander, AccepterReorientation accepter,
      PreparerUnLot preparer, ImprimerEnFond imprimer,
      PosterUnLot poster, SuivreUnMessage suivre, Structures structures, Horloge horloge, @Qualifier("chargement") JdbcClient base) {
    this.dossiers = dossiers;
    this.enregistrer = enregistrer;
    this.demander = demander;
    this.accepter = accepter;
    this.preparer = preparer;
    this.imprimer = imprimer;
    this.poster = poster;
    this.suivre = suivre;
    this.structures = structures;
    this.horloge = horloge;
    this.base = base;
  }

  /** A new entrant of October. @param codePostal {@code null} = no address is known */
  public Personne entrante(String nom, String codePostal, String ville) {
    Personne p = dossiers.fichier(LocalDate.of(2025, 10, 2), RECU, dossiers.inconnue(nom, 2, LocalDate.of(2025, 9, 15)), "2", true).personne();
    if (codePostal != null) {
      base.sql("""
          insert into allocataires.adresse (foyer_id, depuis, connu_le, import_id, lignes, code_postal, nom_commune, territoire_id)
          values (?, '2025-10-02', now(), 1, '12 RUE DES TILLEULS', ?, ?, 2)""").params(p.foyerId(), codePostal, ville).update();
    }
    base.sql("select allocataires.situer(array[?::bigint])").param(p.foyerId()).query((l, _) -> 0).list();
    return p;
  }

  public long orienter(Personne p, LocalDate le, Parcours parcours) {
    return en(() -> enregistrer.executer(new NouvelleOrientation(p.id(), parcours, laPremiere(), null, le)));
  }

  /** @return the request */
  public long demanderUneReorientation(Personne p) {
    dossiers.reevaluer(p, "PROFESSIONNEL");
    return en(() -> demander.executer(new NouvelleDemande(p.id(), OrigineDeReorientation.PERSONNE, List.of(RaisonDeReorientation.PROJET_CHANGE), null,
        Parcours.PROFESSIONNEL, null, AUJOURDHUI.minusDays(3))));
  }

  /** Asked for and accepted. @return the new follow-up */
  public long reorienter(Personne p, LocalDate le) {
    long demande = demanderUneReorientation(p);
    return en(() -> accepter.executer(demande, new NouvelleOrientation(p.id(), Parcours.PROFESSIONNEL, lAutre(), null, le)));
  }

  /** A batch of the letters of whoever bears this name, printed. */
  public long lotPret(String nom) {
    long lot = en(() -> preparer.executer(filtre(nom), "essai"));
    en(() -> {
      imprimer.lancer(lot);
      return null;
    });
    attendre(lot);
    return lot;
  }

  public void attendre(long lot) {
    Awaitility.await().atMost(Duration.ofSeconds(30))
        .until(() -> base.sql("select etat from courriers.lot where id = ?").param(lot).query(String.class).single().equals("PRET"));
  }

  /** Her letter leaves two days later. */
  public void posterPlusTard(String nom) {
    long lot = lotPret(nom);
    LocalDate plusTard = AUJOURDHUI.plusDays(2);
    horloge.regler(plusTard.atTime(9, 0));
    poster(lot, plusTard);
  }

  /** This batch holds one letter, which leaves. */
  public void poster(long lot, LocalDate le) {
    assertThat(en(() -> poster.executer(lot, le))).isOne();
  }

  public void remettre(long message, LocalDate le) {
    en(() -> {
      suivre.remisEnMain(message, le);
      return null;
    });
  }

  /** Her last letter. */
  public long lettre(Personne p) {
    return base.sql("select max(id) from courriers.message where personne_id = ? and canal = 'LETTRE'").param(p.id()).query(Long.class).single();
  }

  public LocalDate notifieLe(long suivi) {
    return base.sql("select notifie_le from orientation.suivi where id = ?").param(suivi).query(LocalDate.class).single();
  }

  public List<String> suivis(Personne p) {
    return base.sql("select parcours || ' du ' || notifie_le || ' au ' || coalesce(fin_le::text, 'infini') from orientation.suivi where personne_id = ? order by id").param(p.id())
        .query(String.class).list();
  }

  /** An organisation that takes professional pathways of the territory, other than the first. */
  public int lAutre() {
    return structures.organisations().stream()
        .filter(o -> o.active() && o.id() != laPremiere() && o.prend(Parcours.PROFESSIONNEL.name()) && o.sert(2)).findFirst().orElseThrow().id();
  }

  public int laPremiere() {
    return structures.organisations().getFirst().id();
  }

  /** Name of the first one, as a letter holds it. */
  public String organisation() {
    return structures.organisations().getFirst().nom().replace("'", "&#39;");
  }

  /** What a query with her number answers, empty when nothing. */
  public String texte(String requete, Personne p) {
    return base.sql(requete).param(p.id()).query((l, _) -> l.getString(1)).optional().orElse("");
  }

  public static FiltresDeMessages filtre(String nom) {
    return new FiltresDeMessages(null, null, null, null, null, null, nom, 1);
  }

  /** As the secretary. */
  public static <T> T en(Supplier<T> acte) {
    return EnTantQue.agir(SECRETAIRE, acte);
  }
}
