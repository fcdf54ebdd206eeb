package fr.jalon.demo.generation;

import fr.jalon.demo.generation.DepartementDemo.Organisme;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * Writes a monthly VRSB file of any size, for measures: as fast as the disk, in constant memory, always the same bytes. The persons are
 * fictitious; counts and amounts follow no plan. From one month to the next only the asked share of the foyers changes.
 */
public final class GrosFichier {
  private static final LocalDate PREMIER = LocalDate.of(2021, 10, 31);
  private static final int TAMPON = 1 << 18;
  private static final int MARGE = 1 << 14;
  private static final int NAISSANCE_ADULTE = 1945;
  private static final int NAISSANCE_ENFANT = 2002;
  private static final int ANNEES_ENFANT = 18;
  /** Adults are born before any child: a NIR holds two digits of the year, and nobody may get another's. */
  private static final int ANNEES_ADULTE = NAISSANCE_ENFANT - NAISSANCE_ADULTE;
  private static final long PAR_AN = 2L * 12 * 9_990;
  private static final Gabarit DEBUT = new Gabarit("""
      <?xml version="1.0" encoding="windows-1252"?>
      <Racine xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="vrsb0801.xsd">
      <IdentificationFlux><APPLIEME>CRI</APPLIEME><NUMVERSIONAPPLIEME>6200</NUMVERSIONAPPLIEME><TYPEFLUX>M</TYPEFLUX><NATFLUX>D</NATFLUX><DTCREAFLUX>{0}</DTCREAFLUX><HEUCREAFLUX>01:00:00.0000</HEUCREAFLUX><DTREF>{1}</DTREF></IdentificationFlux>
      """);
  private static final Gabarit FOYER = new Gabarit("""
      <InfosFoyerRSA>
      <IdentificationRSA><Organisme><FONORG>CAF</FONORG><NUMORG>{0}</NUMORG><MATRICULE>{1}</MATRICULE></Organisme><Partenaire><TYPEPARTE>CG </TYPEPARTE><IDEPARTE>{2}</IDEPARTE></Partenaire><DemandeRSA><DTDEMRSA>{3}</DTDEMRSA><NUMDEMRSA>{4}</NUMDEMRSA></DemandeRSA></IdentificationRSA>
      """);
  private static final String IDENTITE = """
      <Personne><Identification><QUAL>{0}</QUAL><NOM>{1}</NOM><NOMNAI>{1}</NOMNAI><PRENOM>{2}</PRENOM><NOMCOMNAI>{3}</NOMCOMNAI><DTNAI>{4}</DTNAI><RGNAI>1</RGNAI><TYPEDTNAI>N</TYPEDTNAI><NIR>{5}</NIR><TOPVALIEC>1</TOPVALIEC><SEXE>{6}</SEXE></Identification>
      <DossierCAF><TOPRESPDOS>{7}</TOPRESPDOS><DDRATDOS>{8}</DDRATDOS></DossierCAF><Prestations><NATPREST>PFA</NATPREST><ROLEPERS>{9}</ROLEPERS><TOPCHAPERS>0</TOPCHAPERS></Prestations><Prestations><NATPREST>RSA</NATPREST><ROLEPERS>{9}</ROLEPERS><TOPCHAPERS>1</TOPCHAPERS></Prestations>""";
  private static final Gabarit ENFANT = new Gabarit(IDENTITE + "</Personne>\n");
  private static final Gabarit ADULTE = new Gabarit(IDENTITE + """
      <DossierPoleEmploi><IDASSEDIC>{10}</IDASSEDIC></DossierPoleEmploi>
      <Ressources><GeneraliteRessourcesTrimestre><TOPRESSNUL>0</TOPRESSNUL><DDRESS>2025-04-01</DDRESS><DFRESS>2025-06-30</DFRESS></GeneraliteRessourcesTrimestre>
      <RessourcesMensuelles><GeneraliteRessourcesMensuelles><MOISRESS>2025-04-01</MOISRESS><NBHEUMENTRA>000</NBHEUMENTRA></GeneraliteRessourcesMensuelles><DetailRessourcesMensuelles><NATRESS>001</NATRESS><MTNATRESSMEN>{11}</MTNATRESSMEN></DetailRessourcesMensuelles></RessourcesMensuelles>
      <RessourcesMensuelles><GeneraliteRessourcesMensuelles><MOISRESS>2025-05-01</MOISRESS><NBHEUMENTRA>000</NBHEUMENTRA></GeneraliteRessourcesMensuelles><DetailRessourcesMensuelles><NATRESS>001</NATRESS><MTNATRESSMEN>{11}</MTNATRESSMEN></DetailRessourcesMensuelles></RessourcesMensuelles>
      <RessourcesMensuelles><GeneraliteRessourcesMensuelles><MOISRESS>2025-06-01</MOISRESS><NBHEUMENTRA>000</NBHEUMENTRA></GeneraliteRessourcesMensuelles><DetailRessourcesMensuelles><NATRESS>001</NATRESS><MTNATRESSMEN>{11}</MTNATRESSMEN></DetailRessourcesMensuelles></RessourcesMensuelles></Ressources>
      <MontantCalculDroitRSAPersonne><TOPPERSDRODEVORSA>1</TOPPERSDRODEVORSA></MontantCalculDroitRSAPersonne><Activite><REG>GE</REG><ACT>CHO</ACT><DDACT>2024-02-01</DDACT></Activite></Personne>
      """);
  private static final Gabarit FIN = new Gabarit("""
      <DonneesAdministratives><SituationFamille><SITFAM>CEL</SITFAM><DDSITFAM>2015-01-01</DDSITFAM></SituationFamille><Adresse><TroncCommunAdresse><RGADR>01</RGADR><DTEMM>{0}</DTEMM><PAYS>FRA</PAYS><TYPEADR>D</TYPEADR><ETATADR>CO</ETATADR></TroncCommunAdresse><AdresseDetailleeFrance><COMPLIDEADR></COMPLIDEADR><COMPLADR></COMPLADR><NUMVOIE>{1}</NUMVOIE><LIBTYPEVOIE>RUE</LIBTYPEVOIE><NOMVOIE>DES ECOLES</NOMVOIE><LIEUDIST></LIEUDIST><NUMCOM>{2}</NUMCOM><CODEPOS>{3}</CODEPOS><NOMCOM>{4}</NOMCOM></AdresseDetailleeFrance></Adresse></DonneesAdministratives>
      <PrestationRSA><SituationDossierRSA><EtatDossierRSA><ETATDOSRSA>2</ETATDOSRSA></EtatDossierRSA></SituationDossierRSA><DetailDroitRSA><TroncCommunDroitRSA><TOPSANSDOMFIXE>0</TOPSANSDOMFIXE><ORIDEMRSA>DEM</ORIDEMRSA><TOPFOYDRODEVORSA>1</TOPFOYDRODEVORSA></TroncCommunDroitRSA>
      <MontantsCalculDroitRSA><DDELECAL>2025-07-01</DDELECAL><MTREVMINIGARARSA>0000646.52</MTREVMINIGARARSA><MTREVGARARSA>0000646.52</MTREVGARARSA><MTRESSMENRSA>{5}</MTRESSMENRSA><MTTOTDRORSA>{6}</MTTOTDRORSA></MontantsCalculDroitRSA><DetailCalculDroitRSA><NATPF>RSD</NATPF><SOUSNATPF>RSDN2</SOUSNATPF><DDNATDRO>2025-07-01</DDNATDRO><MTRSAVERS>{6}</MTRSAVERS></DetailCalculDroitRSA></DetailDroitRSA></PrestationRSA>
      </InfosFoyerRSA>
      """);
  private final DepartementDemo demo;
  private final List<Commune> communes;
  private final byte[][] noms;
  private final byte[][][] prenoms = new byte[2][][];
  private final int pourCentChanges;
  private final byte[] tampon = new byte[TAMPON + MARGE];
  private int position;

  private GrosFichier(String departement, int pourCentChanges) {
    demo = DepartementDemo.lire(departement);
    communes = demo.territoires().stream().flatMap(t -> t.communes().stream()).toList();
    this.pourCentChanges = pourCentChanges;
    Donnees d = Donnees.lire("/demonstration/noms.yaml");
    noms = octets(d.textes("noms"));
    prenoms[0] = octets(d.sous("hommes").textes("1976"));
    prenoms[1] = octets(d.sous("femmes").textes("1976"));
  }

  /**
   * @param departement whose communes and payer are used, e.g. {@code 07}
   * @param foyers      number of claims
   * @param mois        0 for the first file, 1 for the next month where 5 % of the foyers changed, and so on
   * @return the size of the file in bytes
   * @throws UncheckedIOException when it cannot be written
   */
  public static long ecrire(Path fichier, String departement, int foyers, int mois) {
    return ecrire(fichier, departement, foyers, mois, 5);
  }

  /** @param pourCentChanges share of the foyers that change from one month to the next, in per cent */
  public static long ecrire(Path fichier, String departement, int foyers, int mois, int pourCentChanges) {
    try (OutputStream sortie = Files.newOutputStream(fichier)) {
      return new GrosFichier(departement, pourCentChanges).ecrire(sortie, foyers, mois);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long ecrire(OutputStream sortie, int foyers, int mois) throws IOException {
    long octets = 0;
    LocalDate reference = Calendrier.finDuMois(PREMIER.plusMonths(mois));
    Organisme caf = demo.organismes().getFirst();
    position = DEBUT.remplir(tampon, 0, new byte[][] {texte(reference.plusDays(5).toString()), texte(reference.toString())});
    byte[][] payeur = {texte(caf.numero()), null, texte(demo.partenaire()), null, null};
    for (int i = 0; i < foyers; i++) {
      foyer(i, dernierChangement(i, mois), payeur);
      if (position >= TAMPON) {
        sortie.write(tampon, 0, position);
        octets += position;
        position = 0;
      }
    }
    byte[] fin =
        texte("<TransmissionFlux><NBTOTDOSRSATRANSM>%08d</NBTOTDOSRSATRANSM><NBTOTDOSRSATRANSMANO>00000000</NBTOTDOSRSATRANSMANO></TransmissionFlux>\n</Racine>\n"
        .formatted(foyers));
    sortie.write(tampon, 0, position);
    sortie.write(fin);
    return octets + position + fin.length;
  }

  /** The last month, up to this one, in which the foyer changed; 0 when it never did. */
  private int dernierChangement(int i, int mois) {
    for (int m = mois; m > 0; m--) {
      if (Math.floorMod(melange(i * 31L + m), 100) < pourCentChanges) {
        return m;
      }
    }
    return 0;
  }

  private void foyer(int i, int version, byte[][] payeur) {
    long h = melange(i);
    byte[] demande = jour(2008 + (int) Math.floorMod(h >>> 3, 13L), 1 + (int) Math.floorMod(h >>> 9, 12L), 1 + (int) Math.floorMod(h >>> 15, 28L));
    payeur[1] = chiffres(2_000_000L + i, 15);
    payeur[3] = demande;
    payeur[4] = joindre(chiffres(10_000_000L + i, 8), payeur[2]);
    position = FOYER.remplir(tampon, position, payeur);
    boolean couple = Math.floorMod(h >>> 20, 20L) == 0;
    int enfants = Math.floorMod(h >>> 25, 3L) == 0 ? 1 + (int) Math.floorMod(h >>> 28, 3L) : 0;
    byte[] revenu = montant(Math.floorMod(melange(i * 7L + version), 400));
    byte[] droit = montant(150 + Math.floorMod(melange(i * 11L + version), 420));
    personne(ADULTE, "DEM", 2L * i, NAISSANCE_ADULTE, ANNEES_ADULTE, demande, revenu, i);
    if (couple) {
      personne(ADULTE, "CJT", 2L * i + 1, NAISSANCE_ADULTE, ANNEES_ADULTE, demande, revenu, i);
    }
    for (int e = 0; e < enfants; e++) {
      personne(ENFANT, "ENF", 3L * i + e, NAISSANCE_ENFANT, ANNEES_ENFANT, demande, revenu, i);
    }
    Commune commune = communes.get((int) Math.floorMod(melange(i * 13L + (version > 0 && i % 5 == 0 ? version : 0)), (long) communes.size()));
    position = FIN.remplir(tampon, position, new byte[][] {version > 0 && i % 5 == 0 ? texte(PREMIER.plusMonths(version).toString()) : demande,
        chiffres(1 + Math.floorMod(h >>> 33, 90L), 1), texte(commune.code()), texte(commune.codePostal()),
        texte(commune.capitales()), revenu, droit});
  }

  /** The NIR is a permutation of the rank: as many different ones as ranks, spread over the birth dates. */
  private void personne(Gabarit gabarit, String role, long rang, int premiere, int annees, byte[] rattachement, byte[] revenu, int foyer) {
    long total = PAR_AN * annees;
    long q = Math.floorMod(rang * 7_368_787L, total);
    int ordre = (int) (q % 999) + 1;
    int commune = (int) (q / 999 % 10) + 990;
    int mois = (int) (q / 9_990 % 12) + 1;
    int annee = premiere + (int) (q / 119_880 % annees);
    int sexe = 1 + (int) (q / (119_880L * annees) % 2);
    long h = melange(rang + 77_777 + total);
    byte[] nir = joindre(joindre(chiffres(sexe, 1), chiffres(annee % 100 * 100L + mois, 4)),
        joindre(texte(demo.code()), chiffres(commune * 1_000L + ordre, 6)));
    byte[][] liste = prenoms[sexe - 1];
    position = gabarit.remplir(tampon, position, new byte[][] {texte(sexe == 1 ? "MR" : "MME"),
        noms[(int) Math.floorMod(role.equals("ENF") ? melange(foyer) : h, (long) noms.length)],
        liste[(int) Math.floorMod(h >>> 17, (long) liste.length)],
        texte("LYON"), jour(annee, mois, 1 + (int) Math.floorMod(h >>> 40, 28L)), nir, chiffres(sexe, 1), texte(role.equals("DEM") ? "1" : "0"),
        rattachement, texte(role), joindre(chiffres(1_000_000 + rang % 9_000_000, 7), texte("A")), revenu});
  }

  /** SplitMix64: the same number always gives the same mix. */
  private static long melange(long n) {
    long z = n * 0x9e3779b97f4a7c15L + 0x632be59bd9b4e019L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  private static byte[] montant(long euros) {
    return joindre(chiffres(euros, 7), texte(".00"));
  }

  private static byte[] jour(int annee, int mois, int jour) {
    byte[] date = {0, 0, 0, 0, '-', 0, 0, '-', 0, 0};
    ecrire(date, 0, annee, 4);
    ecrire(date, 5, mois, 2);
    ecrire(date, 8, jour, 2);
    return date;
  }

  private static byte[] chiffres(long nombre, int minimum) {
    int longueur = minimum;
    for (long n = nombre; n >= Math.powExact(10L, longueur); ) {
      longueur++;
    }
    byte[] chiffres = new byte[longueur];
    ecrire(chiffres, 0, nombre, longueur);
    return chiffres;
  }

  private static void ecrire(byte[] octets, int debut, long nombre, int longueur) {
    long reste = nombre;
    for (int i = debut + longueur - 1; i >= debut; i--) {
      octets[i] = (byte) ('0' + reste % 10);
      reste /= 10;
    }
  }

  private static byte[] joindre(byte[] a, byte[] b) {
    byte[] joint = java.util.Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, joint, a.length, b.length);
    return joint;
  }

  private static byte[] texte(String texte) {
    return texte.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[][] octets(List<String> textes) {
    return textes.stream().map(t -> texte(Capitales.de(t, 28).replace("&", "&amp;"))).toArray(byte[][]::new);
  }
}
