"""The sentences people read when a file is not read: what happened, why, what to do."""

EMPTY = (
    "Tệp này trống (0 byte hoặc chỉ có khoảng trắng) nên không có gì để đọc, hãy chọn lại đúng tệp."
)
TOO_LARGE = (
    "Tệp này lớn hơn 20 MB nên không được đọc, "
    "hãy bỏ bớt hình hoặc chia văn bản thành nhiều tệp rồi gửi lại."
)
TOO_LONG = (
    "Văn bản này dài hơn 300.000 ký tự (khoảng một trăm trang) nên không được đọc, "
    "hãy tách riêng phần văn bản hành chính cần nhập rồi gửi lại."
)
TOO_HEAVY = (
    "Tệp này quá nặng hoặc bị hỏng nên không mở được trong giới hạn an toàn, "
    "hãy lưu lại thành một tệp mới, gọn hơn rồi gửi lại."
)
BROKEN = (
    "Tệp này bị hỏng hoặc chưa tải lên hết nên không mở được, "
    "hãy tải lại hoặc xin lại tệp từ nơi gửi."
)
LOCKED = (
    "Tệp này được đặt mật khẩu nên không đọc được, "
    "hãy mở bằng mật khẩu, lưu lại thành tệp không có mật khẩu rồi gửi lại."
)

NOT_TEXT = (
    "Tệp này không phải văn bản (có ký tự không phải chữ) nên không đọc được, "
    "hãy gửi bản Word (.docx), PDF có chữ hoặc tệp văn bản thường."
)
BROKEN_UTF16 = (
    "Tệp văn bản này bị hỏng ở phần mã chữ nên không đọc được, "
    "hãy lưu lại với mã UTF-8 rồi gửi lại."
)

_SAVE_AS_WORD = "hãy mở tệp bằng Word rồi lưu lại thành .docx và gửi lại."
_SEND_WORD_OR_PDF = "hãy gửi bản Word (.docx) hoặc PDF của văn bản."
IMAGE = (
    "Đây là tệp ảnh, chưa đọc được trong bản này vì chữ nằm trong hình, "
    "hãy gửi bản Word (.docx) hoặc PDF có chữ."
)
PROGRAM = (
    "Đây là một chương trình máy tính, không phải văn bản, nên không được mở, "
    "hãy xóa tệp này và gửi bản Word (.docx) hoặc PDF."
)
ARCHIVE = (
    "Đây là tệp nén, không phải văn bản, nên không đọc được, "
    "hãy giải nén rồi gửi từng văn bản .docx hoặc PDF."
)
SPREADSHEET = f"Đây là bảng tính, không phải văn bản, nên không đọc được, {_SEND_WORD_OR_PDF}"
SLIDES = f"Đây là bản trình chiếu, không phải văn bản, nên không đọc được, {_SEND_WORD_OR_PDF}"
OPEN_DOCUMENT = f"Đây là tệp OpenDocument, chưa đọc được trong bản này, {_SAVE_AS_WORD}"
RICH_TEXT = f"Đây là tệp RTF, chưa đọc được trong bản này, {_SAVE_AS_WORD}"
WEB_PAGE = f"Đây là trang web hoặc tệp XML, chưa đọc được trong bản này, {_SAVE_AS_WORD}"
OLD_WORD = f"Đây là tệp Word đời cũ (.doc), chưa đọc được trong bản này, {_SAVE_AS_WORD}"
OLD_OFFICE = (
    f"Đây là tệp Office đời cũ, không phải văn bản Word, nên không đọc được, {_SAVE_AS_WORD}"
)

MACROS = (
    "Tệp Word này có chứa macro (chương trình chạy kèm) nên không được mở vì lý do an toàn, "
    "hãy lưu lại thành .docx không có macro rồi gửi lại."
)
SWELLING = (
    "Tệp Word này phình quá lớn khi mở ra nên không được đọc vì lý do an toàn, "
    "hãy bỏ bớt hình hoặc chép nội dung sang một tệp Word mới rồi gửi lại."
)
ENTITIES = (
    "Tệp Word này có khai báo lạ trong phần XML nên không được mở vì lý do an toàn, "
    "hãy mở bằng Word, lưu lại thành .docx rồi gửi lại."
)
WORD_WITHOUT_TEXT = (
    "Tệp Word này không có chữ nào (chỉ có hình hoặc trang trắng), chưa đọc được trong bản này, "
    "hãy gửi bản Word có chữ."
)

TOO_MANY_PAGES = (
    "Tệp PDF này có hơn 500 trang nên không được đọc, "
    "hãy tách riêng phần văn bản cần nhập rồi gửi lại."
)
SCANNED = (
    "Tệp PDF này là bản quét (chỉ có hình, không có chữ), chưa đọc được trong bản này, "
    "hãy gửi bản Word (.docx) hoặc PDF có chữ."
)
