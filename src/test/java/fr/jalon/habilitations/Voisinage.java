package fr.jalon.habilitations;

import static fr.jalon.personnages.Foyer.foyer;
import static fr.jalon.personnages.Personne.conjoint;
import static fr.jalon.personnages.Personne.enfant;
import static fr.jalon.personnages.Personne.personne;

import fr.jalon.personnages.Caisse;
import fr.jalon.personnages.Foyer;
import fr.jalon.personnages.Personne;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The persons of the leak tests, each with a name that is nowhere else: living in Centre or in Nord, moved from one to the other, followed
 * by an organisation, merged into another. What each agent may see of them is written here, not read from the database.
 */
@TestComponent
public class Voisinage {
  /** An amount that no other number looks like. */
  public static final String MONTANT = "613,37";
  private final Caisse caisse;
  private final JdbcClient base;
  private final Map<String, Voisin> voisins = new LinkedHashMap<>();
  private int centre;
  private int nord;
  private int organisation;
  private int autreOrganisation;
  private Voisin temoin;

  Voisinage(Caisse caisse, @Qualifier("chargement") JdbcClient base) {
    this.caisse = caisse;
    this.base = base;
  }

  /**
   * A person of the neighbourhood.
   *
   * @param nom           name found nowhere else
   * @param id            number
   * @param foyer         number of the foyer
   * @param territoire    where she lives now
   * @param organisations who follows her
   * @param nir           13 characters, or {@code null}
   * @param numeroDemande claim number of her foyer
   */
  public record Voisin(String nom, long id, long foyer, Integer territoire, Set<Integer> organisations, String nir, String numeroDemande) {
    /** True when an agent of that perimeter may see her. */
    public boolean visible(Perimetre p) {
      return p.partout() || territoire != null && p.territoires().contains(territoire) || p.organisations().stream()
          .anyMatch(organisations::contains);
    }

    /** Texts that betray her. */
    public List<String> marques() {
      List<String> marques = new ArrayList<>(List.of(nom, numeroDemande));
      if (nir != null) {
        marques.add(nir);
      }
      return marques;
    }
  }

  /** Settles everyone; once. */
  public synchronized Voisinage installer() {
    if (!voisins.isEmpty()) {
      return this;
    }
    // numbers of one kind are never numbers of another: an address may then name only one thing
    base.sql("select setval('allocataires.personne_seq', 7000000, false), setval('allocataires.foyer_seq', 8000000, false)").query().singleRow();
    List.of("orientation.entree", "orientation.suivi", "echeances.echeance", "allocataires.paiement", "allocataires.doublon", "allocataires.fusion")
        .forEach(t -> base
        .sql("alter table " + t + " alter column id restart with " + (1_000_000 + Math.abs(t.hashCode()) % 5_000_000)).update());
    centre = caisse.territoire("CENTRE");
    nord = caisse.territoire("NORD");
    organisation = organisation("MAISON");
    autreOrganisation = organisation("ATELIER");

    Foyer agathe = foyer("07199000001").habite("07186", "PRIVAS").montant("613.37").avec(
        personne("Agathe Fuitealpha").nee("1980-02-01").nir("2800207186011").sdd().ressources("2025-04-01", "613.37"),
        conjoint("Alain Fuiteconjoint").ne("1979-03-04").nir("1790307186012"), enfant("Anna Fuiteenfant").nee("2015-01-09"));
    Foyer bruno = foyer("07199000002").habite("07010", "ANNONAY").montant("613.37").avec(
        personne("Bruno Fuitebravo").ne("1975-05-06").nir("1750507010013").sdd().ressources("2025-04-01", "613.37"));
    Foyer mona = foyer("07199000003").habite("07186", "PRIVAS").montant("613.37")
        .avec(personne("Mona Fuitemouvement").nee("1990-07-08").nir("2900707186014").sdd());
    Foyer rene = foyer("07199000004").habite("07010", "ANNONAY").montant("613.37")
        .avec(personne("Rene Fuiteretour").ne("1991-07-08").nir("1910707010015").sdd());
    Foyer odile = foyer("07199000005").habite("07010", "ANNONAY").montant("613.37")
        .avec(personne("Odile Fuiteorganisme").nee("1988-08-09").nir("2880807010016").sdd());
    Foyer fanny = foyer("07199000006").habite("07186", "PRIVAS").avec(personne("Fanny Fuitefusion").nee("1983-01-02").nir("2830107186017").sdd());
    Foyer fania = foyer("07199000007").habite("07010", "ANNONAY").avec(personne("Fania Fuiteconservee").nee("1983-01-02").sdd());
    Foyer hors = foyer("07199000008").habite("26362", "VALENCE").avec(personne("Hugo Fuiteailleurs").ne("1984-01-02").sdd());
    Foyer tania = foyer("07199000009").habite("07010", "ANNONAY").montant("613.37")
        .avec(personne("Tania Fuitetemoin").nee("1986-03-04").nir("2860307010018").sdd().ressources("2025-04-01", "613.37"));
    long premier = caisse.mensuel("2025-06-30", agathe, bruno, mona, rene, odile, fanny, fania, hors, tania);
    for (Foyer f : List.of(agathe, bruno, mona, rene, odile, tania)) {
      caisse.paiement(f, "2025-06-01", "RSD", "613.37", premier);
    }
    mona.habite("07010", "ANNONAY");
    rene.habite("07186", "PRIVAS");
    caisse.mensuel("2025-07-31", agathe, bruno, mona, rene, odile, fanny, fania, hors, tania);
    entree("FUITEALPHA");
    entree("FUITEBRAVO");
    entree("FUITEMOUVEMENT");
    entree("FUITETEMOIN");
    long suivi = suivre("FUITEORGANISME", organisation);
    suivre("FUITEBRAVO", autreOrganisation);
    fusionner("FUITEFUSION", "FUITECONSERVEE");
    doublon("FUITEALPHA", "FUITEBRAVO");

    noter("FUITEALPHA", centre, Set.of(), "2800207186011", "07199000001");
    noter("FUITECONJOINT", centre, Set.of(), "1790307186012", "07199000001");
    noter("FUITEENFANT", centre, Set.of(), null, "07199000001");
    noter("FUITEBRAVO", nord, Set.of(autreOrganisation), "1750507010013", "07199000002");
    noter("FUITEMOUVEMENT", nord, Set.of(), "2900707186014", "07199000003");
    noter("FUITERETOUR", centre, Set.of(), "1910707010015", "07199000004");
    noter("FUITEORGANISME", nord, Set.of(organisation), "2880807010016", "07199000005");
    noter("FUITECONSERVEE", nord, Set.of(), null, "07199000007");
    noter("FUITEAILLEURS", null, Set.of(), null, "07199000008");
    // merged: the row that keeps her old name goes where the person kept is
    noter("FUITEFUSION", nord, Set.of(), "2830107186017", "07199000006");
    temoin = noter("FUITETEMOIN", nord, Set.of(), "2860307010018", "07199000009");
    // acts are done to her: what each agent may see of her changes, she is not one of the others
    voisins.remove("FUITETEMOIN");
    if (suivi == 0) {
      throw new IllegalStateException();
    }
    return this;
  }

  public List<Voisin> tous() {
    return List.copyOf(voisins.values());
  }

  public Voisin voisin(String nom) {
    return voisins.get(nom);
  }

  /** Someone of Nord whom the tests do change: she shows that an act would have been done. She is none of {@link #tous()}. */
  public Voisin temoin() {
    return temoin;
  }

  public int centre() {
    return centre;
  }

  public int nord() {
    return nord;
  }

  public int organisation() {
    return organisation;
  }

  private int organisation(String code) {
    return base.sql("insert into structures.organisation (code, nom, nature) values (?, ?, 'EXTERNE') returning id").params(code, code)
        .query(Integer.class).single();
  }

  private void entree(String nom) {
    base.sql("""
        insert into orientation.entree (personne_id, foyer_id, mois, reference, recu_le, motif, etat, etat_depuis, import_id, territoire_id, organisation_ids)
        select p.id, s.foyer_id, '2025-07-01', '2025-07-31', '2025-08-02', 'PRIMO_DEMANDEUR', 'EN_ATTENTE', '2025-08-02', s.import_id, p.territoire_id, p.organisation_ids
        from allocataires.personne p join allocataires.membre s on s.personne_id = p.id where p.nom = ? limit 1 on conflict do nothing""").param(nom).update();
    base.sql("""
        insert into echeances.echeance (nature, personne_id, objet_id, depart, limite_legale, etat, etat_depuis, territoire_id, organisation_ids)
        select 'ORIENTATION', e.personne_id, e.id, '2025-08-02', '2025-09-13', 'OUVERTE', '2025-08-02', e.territoire_id, e.organisation_ids
        from orientation.entree e join allocataires.personne p on p.id = e.personne_id where p.nom = ? on conflict do nothing""").param(nom).update();
  }

  private long suivre(String nom, int organisme) {
    long personne = numero(nom);
    long suivi = base.sql("""
        insert into orientation.suivi (personne_id, parcours, organisation_id, notifie_le, etat_depuis, saisi_par, saisi_le, territoire_id)
        select id, 'SOCIAL', ?, '2025-07-15', '2025-07-15', 'essai', ?, territoire_id from allocataires.personne where id = ? returning id""")
        .params(organisme, LocalDate.parse("2025-07-15"), personne).query(Long.class).single();
    base.sql("select orientation.recalculer_organisations(array[?]::bigint[])").param(personne).query().singleRow();
    return suivi;
  }

  private void fusionner(String absorbee, String conservee) {
    base.sql("insert into allocataires.fusion (conservee, absorbee, motif, faite_par, faite_le, territoire_id) values (?, ?, 'essai', 'essai', ?, ?)")
        .params(numero(conservee), numero(absorbee), LocalDate.parse("2025-08-01"), nord).update();
    base.sql("update allocataires.personne set fusionnee_dans = ? where id = ?").params(numero(conservee), numero(absorbee)).update();
  }

  private void doublon(String a, String b) {
    base.sql("insert into allocataires.doublon (personne_a, personne_b, raison, signale_le) values (least(?, ?), greatest(?, ?), 'essai', ?)")
        .params(numero(a), numero(b), numero(a), numero(b), LocalDate.parse("2025-08-01")).update();
  }

  private long numero(String nom) {
    return base.sql("select id from allocataires.personne where nom = ?").param(nom).query(Long.class).single();
  }

  private Voisin noter(String nom, Integer territoire, Set<Integer> organisations, String nir, String demande) {
    long foyer = base.sql("select id from allocataires.foyer where numero_demande = ?").param(demande).query(Long.class).single();
    Voisin voisin = new Voisin(nom, numero(nom), foyer, territoire, organisations, nir, demande);
    voisins.put(nom, voisin);
    return voisin;
  }
}
