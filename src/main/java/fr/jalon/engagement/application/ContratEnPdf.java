package fr.jalon.engagement.application;

import fr.jalon.courriers.DocumentEnPdf;
import fr.jalon.ecran.Francais;
import fr.jalon.engagement.domaine.Activites;
import fr.jalon.engagement.domaine.CauseDeVersion;
import fr.jalon.engagement.domaine.QuiAgit;
import fr.jalon.engagement.lecture.ContratLu;
import fr.jalon.engagement.lecture.ContratLu.Version;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** A version of a contract as the person reads it, keeps it and signs it: a tagged PDF, in words that are easy to read. */
@Component
class ContratEnPdf {
  private static final String STYLE = """
      @page { size: A4; margin: 18mm 18mm 20mm 18mm;
        @bottom-right { font-family: 'Atkinson Hyperlegible'; font-size: 10pt; content: 'Page ' counter(page) ' sur ' counter(pages); } }
      body { font-family: 'Atkinson Hyperlegible'; font-size: 12.5pt; line-height: 1.45; }
      h1 { font-size: 20pt; margin: 0 0 2mm 0; } h2 { font-size: 15pt; margin: 7mm 0 2mm 0; page-break-after: avoid; }
      h3 { font-size: 12.5pt; margin: 4mm 0 1mm 0; page-break-after: avoid; }
      ul { margin: 0 0 3mm 0; padding-left: 6mm; } li { margin: 0 0 1mm 0; word-wrap: break-word; }
      .signatures { page-break-inside: avoid; } .signature { height: 26mm; border: 0.3mm solid #555; margin: 1mm 0 4mm 0; }
      """;
  private final DocumentEnPdf documents;

  ContratEnPdf(DocumentEnPdf documents) {
    this.documents = documents;
  }

  /** Whom it is about. @param suivi who follows her, in words */
  record Tete(String departement, String personne, String suivi) {}

  byte[] ecrire(Tete tete, Version v, Activites activites) {
    StringBuilder page = new StringBuilder(8_192);
    String titre = v.cause() == CauseDeVersion.AVENANT ? "Mon contrat d'engagement : avenant" : "Mon contrat d'engagement";
    page.append("<html lang=\"fr\"><head><title>").append(texte(titre)).append("</title><meta name=\"subject\" content=\"").append(texte(titre))
        .append("\" /><meta name=\"author\" content=\"").append(texte(tete.departement())).append("\" /><style>").append(STYLE)
        .append("</style></head><body><h1>").append(texte(titre)).append("</h1><p>Ce contrat est entre :</p><ul><li>")
        .append(texte(tete.personne())).append("</li><li>").append(texte(tete.suivi())).append("</li></ul>")
        .append("<p>Il commence le <strong>").append(Francais.longue(v.depuis())).append("</strong>. Il finit le <strong>")
        .append(Francais.longue(v.jusquAu())).append("</strong>. Accompagnement : ").append(texte(v.intensite().libelle().toLowerCase(
            java.util.Locale.FRENCH))).append(".</p>");
    if (!v.motif().isBlank()) {
      page.append("<h2>Ce qui change</h2>").append(paragraphes(v.motif()));
    }
    page.append("<h2>Mes objectifs et mes actions</h2>");
    int i = 0;
    for (ContratLu.Objectif o : v.objectifs()) {
      i++;
      page.append("<h3>Objectif ").append(i).append(" : ").append(texte(o.texte())).append("</h3>");
      if (!o.actions().isEmpty()) {
        page.append("<ul>");
        o.actions().forEach(a -> page.append("<li>").append(texte(action(a, v, activites))).append("</li>"));
        page.append("</ul>");
      }
    }
    BigDecimal heures = v.heures(v.depuis());
    if (heures.signum() > 0) {
      page.append("<p>Au début du contrat, cela fait environ <strong>").append(texte(nombre(heures))).append("</strong> par semaine.</p>");
    }
    page.append("<h2>Je m'engage</h2>").append(paragraphes(v.engagementsPersonne())).append("<h2>Mon référent s'engage</h2>")
        .append(paragraphes(v.engagementsReferent()))
        .append("<h2>À savoir</h2><p>Ce contrat peut changer : dites à votre référent ce qui change pour vous. Vous en gardez un exemplaire. "
            + "Ce contrat est prévu par la loi (article L. 5411-6 du code du travail). Si vous ne respectez pas ce contrat sans bonne raison, "
            + "le Département peut suspendre une partie du RSA. Avant, il vous écrit et vous pouvez vous expliquer (article L. 262-37 du code de "
            + "l'action sociale et des familles).</p>")
        .append("<div class=\"signatures\"><h2>Signatures</h2><p>").append(texte(tete.personne()))
        .append(", le :</p><div class=\"signature\"></div><p>Pour l'organisme qui accompagne, le :</p><div "
            + "class=\"signature\"></div></div></body></html>");
    ByteArrayOutputStream sortie = new ByteArrayOutputStream();
    documents.ecrire(page.toString(), sortie);
    return sortie.toByteArray();
  }

  private static String action(ContratLu.Action a, Version v, Activites activites) {
    String qui = a.qui() == QuiAgit.PERSONNE ? "" : a.qui() == QuiAgit.REFERENT ? " (mon référent)" : " (un partenaire)";
    String dates = dates(a, v.depuis(), v.jusquAu());
    String heures = a.heures().signum() == 0 ? "" : ", " + nombre(a.heures()) + " par semaine";
    String genre = activites.genre(a.activite()).map(g -> " — " + g.falc()).orElse("");
    return a.libelle() + qui + genre + dates + heures + ".";
  }

  private static String dates(ContratLu.Action a, LocalDate debut, LocalDate fin) {
    return a.depuis().equals(debut) && a.jusquAu().equals(fin) ? "" : ", du " + Francais.longue(a.depuis()) + " au " + Francais.longue(a.jusquAu());
  }

  private static String nombre(BigDecimal heures) {
    String n = heures.stripTrailingZeros().toPlainString().replace('.', ',');
    return n + (heures.compareTo(BigDecimal.valueOf(2)) < 0 ? " heure" : " heures");
  }

  private static String paragraphes(String texte) {
    StringBuilder p = new StringBuilder("<ul>");
    texte.lines().map(String::strip).filter(l -> !l.isEmpty()).forEach(l -> p.append("<li>").append(texte(l)).append("</li>"));
    return p.append("</ul>").toString();
  }

  /** Without what XML does not hold. */
  private static String texte(String brut) {
    return HtmlUtils.htmlEscape(brut, "UTF-8").replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " ");
  }
}
