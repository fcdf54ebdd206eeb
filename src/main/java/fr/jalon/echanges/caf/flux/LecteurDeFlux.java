package fr.jalon.echanges.caf.flux;

import fr.jalon.echanges.bornes.BorneDepassee;
import fr.jalon.echanges.bornes.Bornes;
import fr.jalon.echanges.bornes.Texte;
import fr.jalon.echanges.bornes.XmlBorne;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * Streams a CAF or MSA file: its header, each dossier, its footer. Memory does not depend on the size of the file, nor on what is written in it
 * ({@link XmlBorne}, and the tags and texts of a dossier are counted here). One thread reads; {@link #suivant()} gives the next piece.
 */
public final class LecteurDeFlux implements AutoCloseable {
  private static final Pattern SCHEMA = Pattern.compile("(vrs[bdfc])(\\d{4})", Pattern.CASE_INSENSITIVE);
  private static final Set<String> DOSSIERS = Set.of("InfosFoyerRSA", "InfosFinancieresFoyerRSA", "InfosCreanceFoyerRSA");
  private static final Set<String> PAGE_OU_CLASSEUR = Set.of("html", "HTML", "Types", "Workbook", "worksheet", "Relationships");
  private static final int TETE = 1024;
  private static final int RACINES = 8;
  /** A true dossier weighs some kilobytes. */
  private static final long POIDS = 4L << 20;
  private final Bornes bornes;
  private final XmlBorne xml;
  private final Texte texte;
  private final InputStream entree;
  private final Encodage encodage;
  private String schema;
  private String reference;
  private String dernierDossier;
  private int racines;

  /**
   * Opens the XML and checks that it looks like a file of the CAF or the MSA.
   *
   * @throws FluxRefuse when it does not
   */
  public LecteurDeFlux(InputStream contenu) throws IOException {
    this(contenu, Bornes.ORDINAIRES);
  }

  /** The same, within other bounds. */
  public LecteurDeFlux(InputStream contenu, Bornes bornes) throws IOException {
    this.bornes = bornes;
    this.texte = new Texte(bornes.texte(), "une balise");
    PushbackInputStream debutRelu = new PushbackInputStream(contenu, TETE);
    entree = debutRelu;
    byte[] tete = lireTete(entree);
    if (tete.length == 0) {
      throw new FluxRefuse("Le fichier est vide. Demandez à la CAF ou à la MSA de le renvoyer.", 0, null);
    }
    String debut = new String(tete, StandardCharsets.ISO_8859_1);
    boolean bom = debut.startsWith("\u00ef\u00bb\u00bf");
    if (!(bom ? debut.substring(3) : debut).stripLeading().startsWith("<")) {
      throw new FluxRefuse("Ce fichier n'est pas un fichier XML : il ne vient pas tel quel de la CAF ou de la MSA. "
          + "Déposez le fichier reçu, sans l'ouvrir ni l'enregistrer dans un tableur.", 1, null);
    }
    encodage = Encodage.annonce(bom ? debut.substring(3) : debut);
    if (!encodage.connu()) {
      throw new FluxRefuse("L'encodage « " + encodage.nom() + " » n'est pas connu. Demandez un fichier en windows-1252 ou en UTF-8.", 1, null);
    }
    debutRelu.unread(encodage.enLatin1(tete));
    try {
      xml = new XmlBorne(entree, encodage.windows1252() ? "ISO-8859-1" : encodage.nom(), bornes);
    } catch (XMLStreamException e) {
      throw illisible(e, 1);
    } catch (BorneDepassee e) {
      throw demesure(e, 1);
    }
  }

  private static byte[] lireTete(InputStream entree) throws IOException {
    try {
      return entree.readNBytes(TETE);
    } catch (BorneDepassee e) {
      throw demesure(e, 1);
    } catch (java.util.zip.ZipException | java.io.EOFException e) {
      throw new FluxRefuse("L'archive est abîmée et ne peut pas être ouverte. Téléchargez de nouveau le fichier, puis recommencez.", 0, null);
    }
  }

  /**
   * Next piece of the file.
   *
   * @throws FluxRefuse when the file is damaged or is something else
   */
  public Morceau suivant() {
    try {
      while (true) {
        switch (xml.suivant()) {
          case XMLStreamConstants.START_ELEMENT -> {
            String nom = xml.nom();
            if (nom.equals("Racine")) {
              if (++racines > RACINES) {
                throw new BorneDepassee("la balise Racine y est ouverte plus de " + RACINES + " fois");
              }
              noterSchema();
            } else if (nom.equals("IdentificationFlux")) {
              Dossier tete = lire(nom);
              reference = tete.racine().texte("DTREF");
              return new Morceau.Tete(tete, schema);
            } else if (DOSSIERS.contains(nom)) {
              Dossier dossier = lire(nom);
              return new Morceau.UnDossier(dossier);
            } else if (nom.equals("TotalisationAcompte")) {
              return new Morceau.Totaux(lire(nom));
            } else if (nom.equals("TransmissionFlux")) {
              return new Morceau.Pied(lire(nom));
            } else if (nom.equals("Anomalie")) {
              lire(nom);
            } else if (nom.equals("InfoDemandeRSA")) {
              throw new FluxRefuse("Ce fichier est un fichier d'instruction (VIRS ou VIRD). Jalon charge les fichiers des bénéficiaires (VRSB, VRSD), "
                  + "financiers (VRSF) et des créances (VRSC).", ligne(), nom);
            } else if (PAGE_OU_CLASSEUR.contains(nom)) {
              throw new FluxRefuse("Ce fichier est une page ou un classeur de tableur, pas un fichier XML de la CAF ou de la MSA. "
                  + "Déposez le fichier reçu, sans l'ouvrir ni l'enregistrer dans un tableur.", ligne(), nom);
            } else {
              throw new FluxRefuse("La balise <" + nom + "> n'est pas celle d'un fichier RSA de la CAF ou de la MSA. "
                  + "Vérifiez que c'est bien le fichier des bénéficiaires (VRSB), financier (VRSF) ou des créances (VRSC).", ligne(), nom);
            }
          }
          case XMLStreamConstants.END_DOCUMENT -> {
            int derniere = ligne();
            // an archive is only known whole, and alone, once read to its end
            entree.skip(Long.MAX_VALUE);
            return new Morceau.Fin(derniere);
          }
          default -> { }
        }
      }
    } catch (XMLStreamException e) {
      throw illisible(e, ligne());
    } catch (IOException e) {
      throw illisible(new XMLStreamException(e), ligne());
    } catch (BorneDepassee e) {
      throw demesure(e, ligne());
    }
  }

  private static FluxRefuse demesure(BorneDepassee e, int ligne) {
    return e.doctype() ? avecDoctype(ligne) : new FluxRefuse("Ce fichier n'a pas la forme d'un fichier de la CAF ou de la MSA : vers la ligne "
        + ligne + ", " + e.getMessage()
        + ". Rien n'a été chargé. Déposez le fichier reçu, tel quel, ou demandez-le de nouveau à la CAF ou à la MSA.", ligne, null);
  }

  private static FluxRefuse avecDoctype(int ligne) {
    return new FluxRefuse("Le fichier commence par une déclaration DOCTYPE : c'est une page, ou un fichier préparé pour nuire. Les fichiers de la CAF "
        + "et de la MSA n'en ont pas. Rien n'a été chargé. Déposez le fichier reçu, tel quel.", ligne, "DOCTYPE");
  }

  private void noterSchema() {
    for (int i = 0; i < xml.attributs(); i++) {
      Matcher m = SCHEMA.matcher(xml.attribut(i));
      if (m.find()) {
        schema = (m.group(1) + m.group(2)).toUpperCase(java.util.Locale.ROOT);
      }
    }
  }

  /** Reads a block with all that it holds. */
  private Dossier lire(String nom) throws XMLStreamException {
    Dossier dossier = new Dossier();
    dossier.reference(reference);
    int[] ouverts = new int[16];
    int profondeur = 0;
    ouverts[profondeur++] = dossier.ouvrir(nom, ligne());
    texte.vider();
    int personnes = 0;
    while (profondeur > 0) {
      switch (xml.suivant()) {
        case XMLStreamConstants.START_ELEMENT -> {
          String enfant = xml.nom();
          if (profondeur == ouverts.length) {
            ouverts = Arrays.copyOf(ouverts, profondeur * 2);
          }
          ouverts[profondeur] = dossier.ouvrir(enfant, ligne());
          if (ouverts[profondeur++] == bornes.balisesParDossier()) {
            throw new BorneDepassee("un dossier y tient plus de " + BorneDepassee.nombre(bornes.balisesParDossier()) + " balises");
          }
          if (enfant.equals("Personne") && ++personnes > bornes.personnesParDossier()) {
            throw new BorneDepassee("un dossier y tient plus de " + bornes.personnesParDossier() + " personnes");
          }
          texte.vider();
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          // a comment or an instruction may cut a text in pieces
          if (!texte.vide() || !xml.blanc()) {
            texte.ajouter(xml.texte());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          int noeud = ouverts[--profondeur];
          if (!texte.vide()) {
            String net = encodage.corriger(texte.lire().strip());
            dossier.texte(noeud, net);
            if (dossier.poids() > POIDS) {
              throw new BorneDepassee("un dossier y pèse plus de " + (POIDS >> 20) + " Mo");
            }
            if (dossier.nom(noeud).equals("NUMDEMRSA")) {
              dernierDossier = net;
            }
            texte.vider();
          }
          dossier.fermer(noeud);
        }
        default -> { }
      }
    }
    return dossier;
  }

  private int ligne() {
    return xml.ligne();
  }

  private FluxRefuse illisible(XMLStreamException e, int ou) {
    int ligne = e.getLocation() != null ? e.getLocation().getLineNumber() : ou;
    String cause = String.valueOf(e.getMessage());
    Throwable origine = e.getNestedException() != null ? e.getNestedException() : e.getCause();
    if (origine instanceof FluxRefuse refus) {
      return refus;
    }
    String apres = dernierDossier == null ? "" : " (dernier dossier lu : demande " + dernierDossier + ")";
    if (cause.contains("end-of-input") || cause.contains("End-of-input") || cause.contains("end of input")
        || origine instanceof java.io.EOFException) {
      return new FluxRefuse("Le fichier est incomplet : il s'arrête à la ligne " + ligne + apres
          + ", avant sa fin. Rien n'a été chargé. Téléchargez-le de nouveau ou demandez-le à la CAF ou à la MSA.", ligne, null);
    }
    if (cause.contains("UTF-8")) {
      return new FluxRefuse("À la ligne " + ligne + apres + ", des lettres ne sont pas écrites en UTF-8, l'encodage que le fichier annonce. "
          + "Rien n'a été chargé. Déposez le fichier reçu, sans l'ouvrir ni l'enregistrer, ou demandez-le de nouveau à la CAF ou à la MSA.", ligne,
          null);
    }
    return new FluxRefuse("Le fichier est abîmé à la ligne " + ligne + apres + " : ce n'est plus un fichier XML lisible. "
        + "Rien n'a été chargé. Téléchargez-le de nouveau ou demandez-le à la CAF ou à la MSA.", ligne, null);
  }

  @Override
  public void close() {
    try {
      xml.fermer();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }
}
