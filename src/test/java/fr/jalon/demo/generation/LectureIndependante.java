package fr.jalon.demo.generation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the written files with nothing of the generator: the parser of the JDK, and what the format says. */
final class LectureIndependante {
  private static final Set<String> TNS = Set.of("ETI", "AEN", "EXP");

  record Personne(String role, String nir, String nomNaissance, String prenom, String naissance, String sexe, boolean tns, boolean sdd) {
    boolean adulte() {
      return role.equals("DEM") || role.equals("CJT");
    }
  }

  record Foyer(String payeur, String numero, String demande, String etat, String commune, BigDecimal droit, String natureMontant,
      List<Personne> personnes) {
    List<Personne> adultes() {
      return personnes.stream().filter(Personne::adulte).toList();
    }

    long enfants() {
      return personnes.stream().filter(p -> p.role().equals("ENF")).count();
    }
  }

  private LectureIndependante() {}

  static InputStream ouvrir(Path fichier) throws IOException {
    String nom = fichier.getFileName().toString();
    InputStream brut = Files.newInputStream(fichier);
    if (nom.endsWith(".gz")) {
      return new GZIPInputStream(brut, 1 << 16);
    }
    if (nom.endsWith(".zip")) {
      ZipInputStream zip = new ZipInputStream(brut);
      zip.getNextEntry();
      return zip;
    }
    return brut;
  }

  /** Every claim of a VRSB file. */
  static void foyers(Path fichier, Consumer<Foyer> suite) {
    lire(fichier, new Evenements() {
      private final Map<String, String> foyer = new HashMap<>();
      private Map<String, String> personne = new HashMap<>();
      private final List<Personne> personnes = new ArrayList<>();
      private final Map<String, String> adresse = new HashMap<>();
      private final Map<String, String> prestation = new HashMap<>();
      private final Map<String, String> activite = new HashMap<>();

      @Override
      public void debut(String balise) {
        switch (balise) {
          case "InfosFoyerRSA" -> { foyer.clear(); personnes.clear(); }
          case "Personne" -> personne = new HashMap<>();
          case "Adresse" -> adresse.clear();
          case "Prestations" -> prestation.clear();
          case "Activite" -> activite.clear();
          default -> { }
        }
      }

      @Override
      public void valeur(List<String> chemin, String balise, String texte) {
        if (chemin.contains("Prestations")) {
          prestation.put(balise, texte);
        } else if (chemin.contains("Activite")) {
          activite.put(balise, texte);
        } else if (chemin.contains("Identification") || chemin.contains("MontantCalculDroitRSAPersonne")) {
          personne.put(balise, texte);
        } else if (chemin.contains("Adresse")) {
          adresse.put(balise, texte);
        } else {
          foyer.put(balise, texte);
        }
      }

      @Override
      public void fin(String balise) {
        switch (balise) {
          case "Prestations" -> {
            if (prestation.get("NATPREST").equals("RSA")) {
              personne.put("ROLE", prestation.get("ROLEPERS"));
            }
          }
          case "Activite" -> {
            if (TNS.contains(activite.get("ACT")) && activite.get("DFACT") == null) {
              personne.put("TNS", "1");
            }
          }
          case "Personne" -> personnes.add(new Personne(personne.get("ROLE"), personne.get("NIR"), personne.get("NOMNAI"),
              personne.get("PRENOM"), personne.get("DTNAI"), personne.get("SEXE"), personne.get("TNS") != null,
              "1".equals(personne.get("TOPPERSDRODEVORSA"))));
          case "Adresse" -> {
            if ("01".equals(adresse.get("RGADR"))) {
              foyer.put("COMMUNE", adresse.get("NUMCOM"));
            }
          }
          case "InfosFoyerRSA" -> suite.accept(new Foyer(foyer.get("FONORG") + foyer.get("NUMORG"), foyer.get("NUMDEMRSA"),
              foyer.get("DTDEMRSA"), foyer.get("ETATDOSRSA"), foyer.get("COMMUNE"),
              foyer.get("MTRSAVERS") == null ? BigDecimal.ZERO : new BigDecimal(foyer.get("MTRSAVERS")), foyer.get("NATPF"),
              List.copyOf(personnes)));
          default -> { }
        }
      }
    });
  }

  /** Sums of the details and announced totals of a VRSF file: "detail AL RSD", "detail IC"…, "total TotalIndusConstates MTTOTRSA"… */
  static Map<String, BigDecimal> financier(Path fichier) {
    Map<String, BigDecimal> sommes = new HashMap<>();
    lire(fichier, new Evenements() {
      private final Map<String, String> detail = new HashMap<>();

      @Override
      public void valeur(List<String> chemin, String balise, String texte) {
        if (chemin.contains("TotalisationAcompte")) {
          sommes.merge("total " + chemin.getLast() + " " + balise, new BigDecimal(texte), BigDecimal::add);
        } else if (chemin.contains("DetailAcompteRSA")) {
          detail.put(balise, texte);
        } else if (balise.equals("NBTOTDOSRSATRANSM")) {
          sommes.put("dossiers annoncés", new BigDecimal(texte));
        }
      }

      @Override
      public void fin(String balise) {
        if (balise.startsWith("Detail") && detail.containsKey("MTMOUCOMPTA")) {
          BigDecimal montant = new BigDecimal(detail.get("MTMOUCOMPTA"));
          sommes.merge(balise, montant, BigDecimal::add);
          sommes.merge(balise + " " + detail.get("NATPFCRE"), montant, BigDecimal::add);
          sommes.merge("acompte", detail.get("SENSOPECOMPTA").equals("AJ") ? montant : montant.negate(), BigDecimal::add);
          detail.clear();
        } else if (balise.equals("InfosFinancieresFoyerRSA")) {
          sommes.merge("dossiers lus", BigDecimal.ONE, BigDecimal::add);
        }
      }
    });
    return sommes;
  }

  /** The announced number of claims of any file, or -1 when the file stops before. */
  static int annonce(Path fichier) {
    int[] annonce = {-1};
    lire(fichier, new Evenements() {
      @Override
      public void valeur(List<String> chemin, String balise, String texte) {
        if (balise.equals("NBTOTDOSRSATRANSM")) {
          annonce[0] = Integer.parseInt(texte);
        }
      }
    });
    return annonce[0];
  }

  private interface Evenements {
    default void debut(String balise) {}

    default void valeur(List<String> chemin, String balise, String texte) {}

    default void fin(String balise) {}
  }

  private static void lire(Path fichier, Evenements evenements) {
    XMLInputFactory fabrique = XMLInputFactory.newDefaultFactory();
    try (InputStream flux = ouvrir(fichier)) {
      XMLStreamReader xml = fabrique.createXMLStreamReader(flux);
      List<String> chemin = new ArrayList<>();
      StringBuilder texte = new StringBuilder();
      boolean feuille = false;
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            chemin.add(xml.getLocalName());
            texte.setLength(0);
            feuille = true;
            evenements.debut(xml.getLocalName());
          }
          case XMLStreamConstants.CHARACTERS -> texte.append(xml.getText());
          case XMLStreamConstants.END_ELEMENT -> {
            String balise = chemin.removeLast();
            if (feuille) {
              evenements.valeur(chemin, balise, texte.toString());
            }
            feuille = false;
            evenements.fin(balise);
          }
          default -> { }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(fichier + " : " + e.getMessage(), e);
    }
  }
}
