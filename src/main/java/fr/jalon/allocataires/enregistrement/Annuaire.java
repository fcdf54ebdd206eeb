package fr.jalon.allocataires.enregistrement;

import fr.jalon.allocataires.constat.CleFoyer;
import fr.jalon.allocataires.constat.FoyerConstate;
import fr.jalon.allocataires.constat.PersonneConstatee;
import fr.jalon.allocataires.constat.PersonneConstatee.Identite;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Reads what is known of foyers and persons, by batches: by claim, by NIR, by membership, by name and birth date. */
final class Annuaire {
  private static final String PERSONNE = "p.id, coalesce(p.fusionnee_dans, p.id) canonique, p.nom, p.nom_naissance, p.prenom, p.autres_prenoms,"
      + " p.civilite, p.sexe, p.date_naissance, p.precision_naissance, p.commune_naissance, p.identifiant_ft, p.nir_empreinte, p.nir_provisoire,"
      + " p.territoire_id, p.organisation_ids";
  private final Expedition expedition;
  /** When the base held nobody before this file; null otherwise. */
  private DejaVus dejaVus;

  Annuaire(Expedition expedition) {
    this.expedition = expedition;
  }

  /** True when nobody is known yet: from now on, nothing is asked about those the file has not spoken of before. */
  boolean commencerDeRien() throws SQLException {
    Connection connexion = expedition.connexion();
    try (Statement s = connexion.createStatement(); ResultSet l = s.executeQuery(
        "select not exists (select 1 from allocataires.foyer) and not exists (select 1 from allocataires.personne)")) {
      l.next();
      dejaVus = l.getBoolean(1) ? new DejaVus() : null;
      return dejaVus != null;
    }
  }

  /** The file has spoken of these foyers. */
  void retenir(List<FoyerConstate> lot, Map<PersonneConstatee, byte[]> empreintes) {
    if (dejaVus == null) {
      return;
    }
    for (FoyerConstate foyer : lot) {
      dejaVus.ajouter(DejaVus.foyer(foyer.cle()));
      for (PersonneConstatee p : foyer.personnes()) {
        if (p.identite().dateNaissance() != null) {
          dejaVus.ajouter(DejaVus.homonyme(p.identite()));
        }
        byte[] empreinte = empreintes.get(p);
        if (empreinte != null) {
          dejaVus.ajouter(DejaVus.nir(empreinte));
        }
      }
    }
  }

  /**
   * True when someone the base holds may be alike; a person of a first file is retained for the next ones. @param adresse where she lives, or
   * {@code null}
   */
  boolean peutRessembler(Ressemblances.Lettres lettres, String adresse) {
    if (dejaVus == null) {
      return true;
    }
    boolean peutEtre = false;
    for (long signe : lettres.signesInverses()) {
      peutEtre |= dejaVus.peutEtre(signe);
    }
    for (long signe : lettres.signes(adresse)) {
      peutEtre |= dejaVus.peutEtre(signe);
      dejaVus.ajouter(signe);
    }
    return peutEtre;
  }

  /** Where a foyer lives, to be compared; {@code null} when its file does not say. */
  static String adresse(FoyerConstate foyer) {
    return foyer.adresse() == null ? null : Ressemblances.adresse(foyer.adresse().codePostal(), foyer.adresse().nomCommune(),
        foyer.adresse().lignes());
  }

  private <T> List<T> possibles(Collection<T> elements, ToLongFunction<T> cle) {
    return dejaVus == null ? List.copyOf(elements) : elements.stream().filter(e -> dejaVus.peutEtre(cle.applyAsLong(e))).toList();
  }

  Map<CleFoyer, FoyerConnu> foyers(List<CleFoyer> demandees) throws SQLException {
    Map<CleFoyer, FoyerConnu> connus = new HashMap<>();
    List<CleFoyer> cles = possibles(demandees, DejaVus::foyer);
    if (cles.isEmpty()) {
      return connus;
    }
    Connection connexion = expedition.connexion();
    try (PreparedStatement requete = connexion.prepareStatement("""
        select k.rang, f.id, f.empreinte, f.reference_etat, f.territoire_id, f.organisation_ids
        from unnest(?::text[], ?::text[], ?::text[], ?::text[]) with ordinality k (demande, matricule, numero, fonction, rang)
        join allocataires.foyer f on f.numero_demande = k.demande and f.matricule = k.matricule
          and f.numero_organisme = k.numero and f.fonction_organisme = k.fonction""")) {
      requete.setArray(1, textes(connexion, cles, CleFoyer::numeroDemande));
      requete.setArray(2, textes(connexion, cles, CleFoyer::matricule));
      requete.setArray(3, textes(connexion, cles, CleFoyer::numeroOrganisme));
      requete.setArray(4, textes(connexion, cles, CleFoyer::fonctionOrganisme));
      try (ResultSet l = requete.executeQuery()) {
        while (l.next()) {
          connus.put(cles.get(l.getInt(1) - 1), new FoyerConnu(l.getLong(2), l.getBytes(3), l.getObject(4, LocalDate.class),
              (Integer) l.getObject(5), entiers(l.getArray(6))));
        }
      }
    }
    return connus;
  }

  /** Persons by hexadecimal keyed hash of their NIR. */
  Map<String, PersonneConnue> parNir(Collection<byte[]> demandees) throws SQLException {
    List<byte[]> empreintes = possibles(demandees, DejaVus::nir);
    if (empreintes.isEmpty()) {
      return Map.of();
    }
    Connection connexion = expedition.connexion();
    try (PreparedStatement requete = connexion.prepareStatement("select " + PERSONNE
        + " from unnest(?::bytea[]) k (nir) join allocataires.personne p on p.nir_empreinte = k.nir")) {
      requete.setArray(1, connexion.createArrayOf("bytea", empreintes.toArray(byte[][]::new)));
      return lire(requete).stream().collect(Collectors.toMap(p -> HexFormat.of().formatHex(p.nirEmpreinte()), Function.identity()));
    }
  }

  Map<Long, PersonneConnue> parId(Collection<Long> ids) throws SQLException {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Connection connexion = expedition.connexion();
    try (PreparedStatement requete = connexion.prepareStatement("select " + PERSONNE + " from allocataires.personne p where p.id = any (?)")) {
      requete.setArray(1, connexion.createArrayOf("bigint", ids.toArray()));
      return lire(requete).stream().collect(Collectors.toMap(PersonneConnue::id, Function.identity()));
    }
  }

  /** Place of a person in a claim, now or at any time: who left may come back, who was stated by mistake may be stated again. */
  record Place(long origineId, String role) {}

  /** Places ever held in these foyers. */
  Map<Long, List<Place>> places(Collection<Long> foyers) throws SQLException {
    Map<Long, List<Place>> places = new HashMap<>();
    if (foyers.isEmpty()) {
      return places;
    }
    Connection connexion = expedition.connexion();
    try (PreparedStatement requete = connexion.prepareStatement(
        "select distinct foyer_id, personne_origine_id, role from allocataires.membre where foyer_id = any (?) order by 1, 2, 3")) {
      requete.setArray(1, connexion.createArrayOf("bigint", foyers.toArray()));
      try (ResultSet l = requete.executeQuery()) {
        while (l.next()) {
          places.computeIfAbsent(l.getLong(1), f -> new ArrayList<>()).add(new Place(l.getLong(2), l.getString(3)));
        }
      }
    }
    return places;
  }

  /** Persons of whom a file already said something as of a later date. */
  Set<Long> ditesApres(Collection<Long> canoniques, LocalDate reference) throws SQLException {
    Set<Long> dites = new HashSet<>();
    Connection connexion = expedition.connexion();
    try (PreparedStatement requete = connexion.prepareStatement(
        "select distinct personne_id from allocataires.membre where personne_id = any (?) and depuis > ? and oublie_le = 'infinity'")) {
      requete.setArray(1, connexion.createArrayOf("bigint", canoniques.toArray()));
      requete.setObject(2, reference);
      try (ResultSet l = requete.executeQuery()) {
        while (l.next()) {
          dites.add(l.getLong(1));
        }
      }
    }
    return dites;
  }

  /** Whether these persons were last said soumises aux droits et devoirs, in whatever foyer; those of whom nothing was said are absent. */
  Map<Long, Boolean> soumises(Collection<Long> canoniques, LocalDate reference) throws SQLException {
    Map<Long, Boolean> soumises = new HashMap<>();
    Connection connexion = expedition.connexion();
    try (PreparedStatement requete = connexion.prepareStatement("""
        select distinct on (personne_id) personne_id, sdd from allocataires.membre
        where personne_id = any (?) and adulte and depuis <= ? and oublie_le = 'infinity' order by personne_id, depuis desc, sdd desc""")) {
      requete.setArray(1, connexion.createArrayOf("bigint", canoniques.toArray()));
      requete.setObject(2, reference);
      try (ResultSet l = requete.executeQuery()) {
        while (l.next()) {
          soumises.put(l.getLong(1), l.getBoolean(2));
        }
      }
    }
    return soumises;
  }

  /** Persons who bear the same name and first name, as files write them, and were born the same day; by birth date, others among them perhaps. */
  Map<LocalDate, List<PersonneConnue>> homonymes(Collection<Identite> demandees) throws SQLException {
    List<Identite> identites = possibles(demandees, DejaVus::homonyme);
    if (identites.isEmpty()) {
      return Map.of();
    }
    Connection connexion = expedition.connexion();
    try (PreparedStatement requete = connexion.prepareStatement("select distinct on (p.id) " + PERSONNE + """
         from unnest(?::date[], ?::text[], ?::text[]) k (naissance, nom, prenom)
        join allocataires.personne p on p.date_naissance = k.naissance and p.nom = k.nom and p.prenom = k.prenom and p.fusionnee_dans is null""")) {
      requete.setArray(1, connexion.createArrayOf("date", identites.stream().map(i -> i.dateNaissance().toString()).toArray()));
      requete.setArray(2, textes(connexion, identites, Identite::nom));
      requete.setArray(3, textes(connexion, identites, Identite::prenom));
      return lire(requete).stream().collect(Collectors.groupingBy(p -> p.identite().dateNaissance()));
    }
  }

  /** Persons who have one of these keys, by birth date: those who may be alike, and a few who are not. */
  Map<LocalDate, List<PersonneConnue>> semblables(Collection<Ressemblances.Cle> demandees) throws SQLException {
    List<Ressemblances.Cle> cles = List.copyOf(demandees);
    if (cles.isEmpty()) {
      return Map.of();
    }
    Connection connexion = expedition.connexion();
    // the index knows birth dates; among the few born that day, a word of the name or of the first name begins as it must
    try (PreparedStatement requete = connexion.prepareStatement("select distinct on (p.id) " + PERSONNE + """
         from unnest(?::date[], ?::text[], ?::text[]) k (naissance, a, b)
        join allocataires.personne p on p.date_naissance = k.naissance and p.fusionnee_dans is null
          and ' ' || p.recherche like '% ' || k.a || '%' and ' ' || p.recherche like '% ' || k.b || '%'""")) {
      requete.setArray(1, connexion.createArrayOf("date", cles.stream().map(c -> c.naissance().toString()).toArray()));
      requete.setArray(2, textes(connexion, cles, c -> c.initiale(true)));
      requete.setArray(3, textes(connexion, cles, c -> c.initiale(false)));
      return lire(requete).stream().collect(Collectors.groupingBy(p -> p.identite().dateNaissance()));
    }
  }

  private static <T> Array textes(Connection connexion, List<T> elements, Function<T, String> champ) throws SQLException {
    return connexion.createArrayOf("text", elements.stream().map(champ).toArray());
  }

  private static List<PersonneConnue> lire(PreparedStatement requete) throws SQLException {
    List<PersonneConnue> personnes = new ArrayList<>();
    try (ResultSet l = requete.executeQuery()) {
      while (l.next()) {
        short sexe = l.getShort("sexe");
        Short sexeConnu = l.wasNull() ? null : sexe;
        personnes.add(new PersonneConnue(l.getLong("id"), l.getLong("canonique"),
            new Identite(null, l.getString("civilite"), l.getString("nom"), l.getString("nom_naissance"), l.getString("prenom"),
            l.getString("autres_prenoms"),
                sexeConnu, l.getObject("date_naissance", LocalDate.class), l.getString("precision_naissance"), l.getString("commune_naissance"),
                l.getString("identifiant_ft")),
            l.getBytes("nir_empreinte"), l.getBoolean("nir_provisoire"), (Integer) l.getObject("territoire_id"),
            entiers(l.getArray("organisation_ids"))));
      }
    }
    return personnes;
  }

  private static Integer[] entiers(Array tableau) throws SQLException {
    return tableau == null ? null : (Integer[]) tableau.getArray();
  }
}
