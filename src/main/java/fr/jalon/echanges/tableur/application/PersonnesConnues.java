package fr.jalon.echanges.tableur.application;

import fr.jalon.allocataires.constat.CleFoyer;
import fr.jalon.allocataires.constat.PersonneConstatee;
import fr.jalon.allocataires.constat.PersonneConstatee.Identite;
import fr.jalon.echanges.tableur.domaine.FoyersDuTableur;
import fr.jalon.echanges.tableur.domaine.PersonneLue;
import fr.jalon.socle.Chiffrement;
import fr.jalon.socle.CleDeRecherche;
import fr.jalon.socle.NumeroDAllocataire;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds the persons that Jalon knows behind the rows: by NIR; else by claim number, file number at the payer or France Travail number, when
 * the name agrees. A name alone never tells.
 */
final class PersonnesConnues {
  static final String NIR_DIFFERENT =
      "Le NIR du tableur n'est pas celui que nous connaissons pour cette personne : vérifiez qu'il s'agit bien d'elle, puis corrigez le NIR, "
      + "ou laissez-le de côté pour garder celui que nous connaissons.";
  private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private final JdbcClient base;
  private final Chiffrement chiffrement;
  private final Map<String, Connue> parNir = new HashMap<>();
  private final Map<String, List<Connue>> parDemande = new HashMap<>();
  private final Map<String, List<Connue>> parMatricule = new HashMap<>();
  private final Map<String, List<Connue>> parFt = new HashMap<>();

  /**
   * A person known.
   *
   * @param nirDefinitif fingerprint of her definitive NIR, or {@code null}
   * @param caisse  true when a payer's file holds her now: a spreadsheet then says nothing of her right
   * @param tableur key of the foyer a spreadsheet gave her, or {@code null}
   */
  record Connue(long id, String nom, String nomNaissance, String prenom, LocalDate naissance, String nirDefinitif, boolean caisse,
      CleFoyer tableur, List<Place> places) {}

  /** Where a payer or a spreadsheet holds her now. */
  record Place(String demande, String matricule, String role) {}

  /** What was found for a row; {@code refus} is a sentence when the row contradicts what is known, {@code visee} whom it speaks of, if anybody. */
  record Trouvee(Connue connue, String refus, Connue visee) {
    Trouvee(Connue connue, String refus) {
      this(connue, refus, connue);
    }
  }

  PersonnesConnues(JdbcClient base, Chiffrement chiffrement) {
    this.base = base;
    this.chiffrement = chiffrement;
  }

  /** Reads all that helps, in four questions. */
  void charger(Collection<PersonneLue> lues) {
    byte[][] nirs = lues.stream().filter(p -> p.nir() != null).map(this::empreinte).toArray(byte[][]::new);
    lire("p.nir_empreinte = any (?)", nirs, l -> parNir.put(HexFormat.of().formatHex(l.getBytes("nir_empreinte")), connue(l)));
    lire("p.id in (select m.personne_id from allocataires.foyer f join allocataires.membre m on m.foyer_id = f.id and m.adulte and m.jusqua = 'infinity' and m.oublie_le = 'infinity' where f.numero_demande = any (?) and f.fonction_organisme <> 'TABLEUR')",
        textes(lues.stream().map(PersonneLue::numeroDemande).toList()), l -> ajouter(parDemande, l, "demandes"));
    lire("p.id in (select m.personne_id from allocataires.foyer f join allocataires.membre m on m.foyer_id = f.id and m.adulte and m.jusqua = 'infinity' and m.oublie_le = 'infinity' where f.matricule = any (?) and f.fonction_organisme <> 'TABLEUR')",
        textes(lues.stream().map(PersonneLue::matricule).filter(Objects::nonNull).flatMap(m -> gardes(m).stream()).toList()),
        l -> ajouter(parMatricule, l, "matricules"));
    lire("p.identifiant_ft = any (?)", textes(lues.stream().map(PersonneLue::identifiantFt).toList()),
        l -> parFt.computeIfAbsent(l.getString("identifiant_ft"), _ -> new ArrayList<>()).add(connue(l)));
  }

  private void lire(String ou, Object[] valeurs, RowCallbackHandler ligne) {
    if (valeurs.length == 0) {
      return;
    }
    base.sql("""
        select coalesce(p.fusionnee_dans, p.id) id, p.nom, p.nom_naissance, p.prenom, p.date_naissance, p.nir_empreinte, p.nir_provisoire, p.identifiant_ft, v.caisse, v.demandes, v.matricules, v.roles,
          t.numero_organisme, t.matricule, t.numero_demande, t.date_demande
        from allocataires.personne p
        left join lateral (select bool_or(f.fonction_organisme <> 'TABLEUR') caisse, array_agg(f.numero_demande) demandes, array_agg(f.matricule) matricules, array_agg(m.role) roles
          from allocataires.membre m join allocataires.foyer f on f.id = m.foyer_id
          where m.personne_id = coalesce(p.fusionnee_dans, p.id) and m.jusqua = 'infinity' and m.oublie_le = 'infinity') v on true
        left join lateral (select f.* from allocataires.membre m join allocataires.foyer f on f.id = m.foyer_id and f.fonction_organisme = 'TABLEUR'
          where m.personne_id = coalesce(p.fusionnee_dans, p.id) and m.jusqua = 'infinity' and m.oublie_le = 'infinity' order by f.id desc limit 1) t on true
        where\s""" + ou).param(valeurs).query(ligne);
  }

  private static Object[] textes(List<String> valeurs) {
    return valeurs.stream().filter(Objects::nonNull).distinct().toArray(String[]::new);
  }

  /** Under what a file number may be kept: on seven or fifteen digits, sealed when it is a NIR. */
  private List<String> gardes(String matricule) {
    List<String> gardes = new ArrayList<>(NumeroDAllocataire.formes(matricule));
    gardes.addAll(NumeroDAllocataire.sceaux(matricule, chiffrement));
    return gardes;
  }

  private void ajouter(Map<String, List<Connue>> index, ResultSet l, String colonne) throws SQLException {
    Connue connue = connue(l);
    for (String cle : (String[]) l.getArray(colonne).getArray()) {
      index.computeIfAbsent(cle, _ -> new ArrayList<>()).add(connue);
    }
  }

  private static Connue connue(ResultSet l) throws SQLException {
    CleFoyer tableur = l.getString("numero_organisme") == null ? null
        : new CleFoyer(FoyersDuTableur.ORGANISME, l.getString("numero_organisme"), l.getString("matricule"),
        l.getString("numero_demande"), l.getObject("date_demande", LocalDate.class));
    byte[] nir = l.getBoolean("nir_provisoire") ? null : l.getBytes("nir_empreinte");
    return new Connue(l.getLong("id"), l.getString("nom"), l.getString("nom_naissance"), l.getString("prenom"),
        l.getObject("date_naissance", LocalDate.class),
        nir == null ? null : HexFormat.of().formatHex(nir), l.getBoolean("caisse"), tableur, places(l));
  }

  private static List<Place> places(ResultSet l) throws SQLException {
    if (l.getArray("demandes") == null) {
      return List.of();
    }
    String[] demandes = (String[]) l.getArray("demandes").getArray();
    String[] matricules = (String[]) l.getArray("matricules").getArray();
    String[] roles = (String[]) l.getArray("roles").getArray();
    List<Place> places = new ArrayList<>(demandes.length);
    for (int i = 0; i < demandes.length; i++) {
      places.add(new Place(demandes[i], matricules[i], roles[i]));
    }
    return places;
  }

  /** Who a row speaks of. */
  Trouvee trouver(PersonneLue p) {
    if (p.nir() != null) {
      Connue connue = parNir.get(HexFormat.of().formatHex(empreinte(p)));
      if (connue != null) {
        return ressemble(p, connue) ? new Trouvee(connue, null)
            : new Trouvee(null, "Ce NIR est celui d'une autre personne connue : vérifiez le NIR, le nom et le prénom.", connue);
      }
    }
    if (p.prenom() == null) {
      return sansPrenom(p);
    }
    List<Connue> deLaDemande = parDemande.getOrDefault(p.numeroDemande() == null ? "" : p.numeroDemande(), List.of());
    Connue parSaDemande = seule(p, deLaDemande);
    if (parSaDemande == null && !deLaDemande.isEmpty()) {
      return new Trouvee(null, "La demande " + p.numeroDemande()
          + " est connue de la caisse, sans cette personne : vérifiez le numéro de demande et le nom.");
    }
    if (parSaDemande == null && p.matricule() != null) {
      parSaDemande = gardes(p.matricule()).stream().map(m -> seule(p, parMatricule.getOrDefault(m, List.of()))).filter(Objects::nonNull)
          .findFirst().orElse(null);
    }
    if (parSaDemande == null && p.identifiantFt() != null) {
      parSaDemande = seule(p, parFt.getOrDefault(p.identifiantFt(), List.of()));
    }
    return confirmer(p, parSaDemande);
  }

  /** The contact file of the CNAF may leave the first name out: the claim and the number together, the name and the place in the foyer tell. */
  private Trouvee sansPrenom(PersonneLue p) {
    List<String> numeros = gardes(p.matricule());
    List<Connue> possibles = parDemande.getOrDefault(p.numeroDemande(), List.of()).stream().distinct().filter(c -> memeNom(p, c)
        && c.places().stream().anyMatch(x -> x.demande().equals(p.numeroDemande()) && numeros.contains(x.matricule()) && x.role().equals(p.role())))
        .toList();
    return possibles.size() == 1 ? confirmer(p, possibles.getFirst())
        : new Trouvee(null, "Sans prénom, le nom et les numéros ne désignent personne de connu : complétez le prénom.");
  }

  /** Numbers and a name agree; a NIR or a birth date that does not says the row may speak of somebody else. An agent decides. */
  private Trouvee confirmer(PersonneLue p, Connue connue) {
    if (connue != null && p.nir() != null && !p.nir().provisoire() && connue.nirDefinitif() != null && !connue.nirDefinitif()
        .equals(HexFormat.of().formatHex(empreinte(p)))) {
      return new Trouvee(null, NIR_DIFFERENT, connue);
    }
    if (connue != null && p.naissance() != null && connue.naissance() != null && !p.naissance().equals(connue.naissance())) {
      return new Trouvee(null, "La date de naissance du tableur n'est pas celle que nous connaissons (" + connue.naissance().format(JOUR)
          + ") : vérifiez qu'il s'agit de la même personne, puis corrigez la date ou videz la case.", connue);
    }
    return new Trouvee(connue, null);
  }

  private static Connue seule(PersonneLue p, List<Connue> possibles) {
    List<Connue> semblables = possibles.stream().filter(c -> ressemble(p, c)).distinct().toList();
    return semblables.size() == 1 ? semblables.getFirst() : null;
  }

  /** Same first name or birth date, and a name in common; or same first name and birth date. */
  private static boolean ressemble(PersonneLue p, Connue c) {
    if (p.prenom() == null) {
      return memeNom(p, c);
    }
    boolean memePrenom = memePrenom(p, c);
    boolean memeNaissance = p.naissance() != null && p.naissance().equals(c.naissance());
    return memeNom(p, c) && (memePrenom || memeNaissance) || memePrenom && memeNaissance;
  }

  /** Both a name and the first name in common. */
  static boolean nomEtPrenom(PersonneLue p, Connue c) {
    return p.prenom() != null && memeNom(p, c) && memePrenom(p, c);
  }

  private static boolean memePrenom(PersonneLue p, Connue c) {
    String prenom = CleDeRecherche.de(p.prenom());
    String connu = CleDeRecherche.de(c.prenom());
    return colle(prenom).equals(colle(connu)) || prenom.startsWith(connu + " ") || connu.startsWith(prenom + " ");
  }

  private static boolean memeNom(PersonneLue p, Connue c) {
    String nom = colle(CleDeRecherche.de(p.nom()));
    String naissance = colle(CleDeRecherche.de(p.nomNaissance()));
    String connu = colle(CleDeRecherche.de(c.nom()));
    String connuNaissance = colle(CleDeRecherche.de(c.nomNaissance()));
    return nom.equals(connu) || nom.equals(connuNaissance) || !naissance.isEmpty() && (naissance.equals(connu) || naissance.equals(connuNaissance));
  }

  /** LE GOFF and LEGOFF are one name. */
  private static String colle(String cle) {
    return cle.replace(" ", "");
  }

  /** Adults that foyers of spreadsheets hold now, by claim and file number: a row left out does not make them leave. */
  static Map<String, List<Habitant>> habitants(JdbcClient base, Collection<CleFoyer> cles) {
    Map<String, List<Habitant>> habitants = new HashMap<>();
    base.sql("""
        select f.numero_demande, f.matricule, f.date_demande, p.*, m.role, m.sdd, m.responsable from allocataires.foyer f
        join allocataires.membre m on m.foyer_id = f.id and m.jusqua = 'infinity' and m.oublie_le = 'infinity'
        join allocataires.personne p on p.id = m.personne_id
        where f.fonction_organisme = 'TABLEUR' and f.numero_demande = any (?)""").param(cles.stream().map(CleFoyer::numeroDemande).distinct().toArray(String[]::new))
        .query((RowCallbackHandler) l -> {
          short sexe = l.getShort("sexe");
          Identite i = new Identite(null, l.getString("civilite"), l.getString("nom"), l.getString("nom_naissance"), l.getString("prenom"),
              l.getString("autres_prenoms"),
              sexe == 0 ? null : Short.valueOf(sexe), l.getObject("date_naissance", LocalDate.class), l.getString("precision_naissance"),
              l.getString("commune_naissance"),
              l.getString("identifiant_ft"));
          byte[] nir = l.getBoolean("nir_provisoire") ? null : l.getBytes("nir_empreinte");
          habitants.computeIfAbsent(l.getString("numero_demande") + '|' + l.getString("matricule"), _ -> new ArrayList<>()).add(new Habitant(nir,
              new PersonneConstatee(i, l.getString("role"), true, l.getBoolean("responsable"), l.getBoolean("sdd"), false, null, null,
              null, null, null, null)));
        });
    return habitants;
  }

  /**
   * An adult of a foyer of spreadsheets, as she would be stated again.
   *
   * @param nirDefinitif fingerprint of her definitive NIR, or {@code null}
   */
  record Habitant(byte[] nirDefinitif, PersonneConstatee personne) {}

  /** True when a row gives someone of a foyer of spreadsheets another definitive NIR. */
  boolean contredit(PersonneLue p, Habitant h) {
    return p.nir() != null && !p.nir().provisoire() && h.nirDefinitif() != null && !Arrays.equals(h.nirDefinitif(), empreinte(p));
  }

  private byte[] empreinte(PersonneLue p) {
    return chiffrement.empreinte(p.nir().valeur().getBytes(StandardCharsets.US_ASCII));
  }
}
