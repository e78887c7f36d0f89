"""Given names of Korea, for a language model that is small enough to watch.

The names are those of two syllables in the packages mimesis 22.2 (Copyright (c)
2016-Present Isaak Uchakaev) and Faker 40.63 (Copyright (c) 2012 Daniele Faraglia), without
eight that are other words or slips. Both packages are under the MIT licence:

Permission is hereby granted, free of charge, to any person obtaining a copy of this
software and associated documentation files (the "Software"), to deal in the Software
without restriction, including without limitation the rights to use, copy, modify, merge,
publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons
to whom the Software is furnished to do so, subject to the following conditions: The above
copyright notice and this permission notice shall be included in all copies or substantial
portions of the Software. THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND,
EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS
FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT
HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF
CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE
USE OR OTHER DEALINGS IN THE SOFTWARE.
"""

# One after the other, two syllables each.
NAMES = """
가영가현강훈건영건우건율건하건호겸영겸우겸재경기경돈경미경수경숙경우경욱경은경자
경한경현경희관영관일관호광섭광수광준교선구연규록규린규성규연규영규태규하규현규호
그림근형기백기범기성기영기욱기윤기태기현기훈길현나은나현노을다빈다예다향다헌다훈
단비담비담현대규대근대식대언대웅대원대일대한대현대호대환덕재도권도언도연도윤도현
도훈동규동엽동영동완동우동운동일동재동준동학동혁동현동호동후동희두언두현두호라윤
라율라현래언래원래헌래훈리경리안리현명성명숙명욱명원명자명준명진명찬명현무경문영
미경미도미래미서미소미숙미영미정미진민경민규민기민서민석민섭민세민솔민수민식민영
민우민재민주민준민지민진민형범성범수병규병근병우병윤병찬병철보경보람보미보민보성
본원비영비인상민상빈상연상완상용상원상윤상율상준상진상철상헌상혁상현상호상훈상희
서빈서애서연서영서완서윤서주서준서진서한서현서혜서후서훈서희석범석호선아선영선우
선이선재선향선휘선희설윤설준설현성균성민성범성빈성수성아성엽성우성원성율성은성재
성준성진성찬성한성헌성혁성현성호성훈성휘세민세연세영세웅세윤세진세한세혁세호세화
세훈세희소민소연소영소윤소은소인소정소형소희솔미솔민솔비솔아솔영솔희송민송빈송이
송준수민수빈수아수연수엽수영수용수윤수정수지수진수한수헌수현수형수호수환수훈숙자
순옥순자슬이승민승석승아승연승엽승완승윤승은승인승재승주승준승찬승철승태승헌승혁
승현승혜승호승환승후승희시용시우시율시준시현시후시훈신건신동신아신혜아담아라아람
아루아름아리아린아림아설아솔아연아영아원아윤아인아정아지아진아현안나애리애린애설
애솔애슬어진여설여솔여슬여안여원여은여정여진연서연석연수연아연영연우연이연재연주
연지연찬연화연희영규영길영란영린영림영미영산영서영선영설영세영솔영수영숙영순영슬
영식영아영애영연영윤영은영인영일영임영자영재영주영준영지영진영채영철영택영하영현
영혜영호영환영훈영희예경예나예다예란예령예리예린예림예상예서예설예섬예솔예슬예승
예신예영예원예율예은예인예임예정예주예준예지예진예찬예현오연오영오윤오은옥순옥자
요원요한용민용진용찬용현용휘우석우성우아우연우이우임우종우진원권원래원영원예원우
원정원준원진원찬원택유나유라유란유례유리유림유석유설유섭유슬유승유안유연유엽유영
유원유은유정유주유지유진유찬유채유하유현유환윤교윤기윤도윤동윤란윤래윤련윤례윤서
윤선윤설윤섬윤성윤솔윤아윤애윤영윤예윤오윤용윤우윤율윤이윤익윤인윤일윤임윤재윤정
윤주윤준윤지윤찬윤창윤채윤태윤택윤하윤한윤해윤형윤혜윤후윤희은겸은경은교은규은란
은래은례은률은리은린은림은비은상은서은선은설은섬은성은세은솔은수은슬은열은엽은영
은예은우은율은재은정은주은지은채은하은한은혜은후은희의연이련이례이설이솔이슬이안
이연이영이완이윤이은이정이주이지이진이채이한이현이홍이화인석인설인수인식인아인애
인영인월인제인주인창인하인혜인호장헌재민재범재상재석재성재언재연재우재운재원재윤
재은재인재준재혁재현재형재호재홍재후재훈재휘재흥정기정남정모정빈정수정숙정순정식
정연정완정우정웅정원정윤정자정준정헌정현정호정환정훈정희제윤종관종민종수종원종헌
종호종후종훈주경주연주영주원주은주찬주한주헌주혁주현주호주희준기준모준범준서준석
준영준우준제준태준표준하준혁준협준호중수지나지민지수지아지안지언지연지영지예지완
지용지우지운지원지유지윤지율지은지음지인지태지한지헌지혁지현지혜지호지환지후지훈
진모진선진수진영진우진혁진형진호진홍진환차빈차영차헌차훈찬규찬기찬영찬우찬준찬헌
찬혁찬호찬희창연창우창현채린채연채영채원채윤채헌채혁천명천선철현청범청연청윤초빈
초한초혁초훈추헌춘자치범치원태균태수태연태엽태영태완태원태윤태준태표태한태훈태희
하늘하란하람하리하린하림하설하섭하솔하슬하승하연하열하영하욱하원하윤하율하은하이
하일하임하정하준하진하현한결한곤한규한나한래한룡한림한서한섭한성한솔한슬한승한영
한욱한일한주한준한지한찬한태한호한흠해란해리해림해솔해슬해아해연해윤해율해은해인
해정해현혁주현민현서현석현설현솔현수현숙현아현엽현영현용현우현욱현의현이현재현정
현종현주현준현지현진현철현호현후현훈현희형관형권형규형근형돈형석형주형진혜란혜리
혜린혜림혜선혜솔혜수혜슬혜아혜연혜영혜원혜윤혜율혜은혜인혜임혜정혜조혜주혜준혜지
혜진호란호림호섭호성호세호연호영호일호재호정호준호진호철호태호현호훈홍근화린화림
화빈화영화윤환열환우환익환호환희회용효령효리효린효림효설효솔효슬효연효영효원효윤
효은효재효정효주효진효찬효현휘재희권희설희솔희수희슬희연희영희예희원희윤희재희진
"""


def korean_given_names() -> list[str]:
    """Given names of Korea of two syllables, of women and of men.

    sorted, each once

    Returns
    -------
    list of str
        960 names. They say nothing of how often a name is given.

    Examples
    --------
    >>> from dlnotes.datasets import korean_given_names
    >>> names = korean_given_names()
    >>> len(names), names[0], names[-1]
    (960, '가영', '희진')

    References
    ----------
    [@uchakaev2026]; [@faraglia2026].
    """
    text = "".join(NAMES.split())
    return [text[i : i + 2] for i in range(0, len(text), 2)]
