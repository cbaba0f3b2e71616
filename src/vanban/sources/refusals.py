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
MOVING_IMAGE = (
    "Đây là ảnh GIF, không phải bản chụp văn bản, nên không đọc được, "
    "hãy gửi ảnh .jpg, .png hoặc bản Word, PDF của văn bản."
)
FILM = f"Đây là tệp phim hoặc âm thanh, không phải văn bản, nên không đọc được, {_SEND_WORD_OR_PDF}"
IMAGE_TOO_LARGE = (
    "Ảnh này quá lớn (hơn 64 triệu điểm ảnh) nên không được đọc, "
    "hãy quét lại ở mức 300 điểm/inch rồi gửi lại."
)
BROKEN_IMAGE = (
    "Tệp ảnh này bị hỏng hoặc chưa tải lên hết nên không mở được, "
    "hãy quét hoặc chụp lại rồi gửi lại."
)
TOO_MANY_PICTURES = (
    "Bản quét này có hơn 100 trang nên không được nhận dạng chữ, "
    "hãy tách riêng phần văn bản cần nhập rồi gửi lại."
)
NO_SUCH_PAGE = "Tệp này không có trang ấy nên không hiện được, hãy chọn một trang khác."
NO_PICTURE = "Loại tệp này không có hình của trang nên không hiện được, hãy xem phần chữ của tệp."
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
WEB_PAGE = f"Đây là trang web hoặc tệp XML, chưa đọc được trong bản này, {_SAVE_AS_WORD}"
OLD_OFFICE = (
    f"Đây là tệp Office đời cũ, không phải văn bản Word, nên không đọc được, {_SEND_WORD_OR_PDF}"
)

MACROS = (
    "Tệp này có chứa macro (chương trình chạy kèm) nên không được mở vì lý do an toàn, "
    "hãy lưu lại thành .docx không có macro rồi gửi lại."
)
SWELLING = (
    "Tệp này phình quá lớn khi mở ra nên không được đọc vì lý do an toàn, "
    "hãy bỏ bớt hình hoặc chép nội dung sang một tệp Word mới rồi gửi lại."
)
ENTITIES = (
    "Tệp này có khai báo lạ trong phần XML nên không được mở vì lý do an toàn, "
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
PDF_WITHOUT_TEXT = "Tệp PDF này chỉ có trang trắng nên không có gì để đọc, hãy chọn lại đúng tệp."
NEEDS_RECOGNITION = (
    "Tệp này là bản quét hoặc ảnh chụp (chữ nằm trong hình) mà máy chủ chưa cài chương trình nhận "
    "dạng chữ tiếng Việt (tesseract), hãy gửi bản Word (.docx) hoặc PDF có chữ, "
    "hoặc nhờ người quản trị chạy “make system”."
)
NOTHING_RECOGNISED = (
    "Không nhận ra chữ nào trong hình của tệp này, "
    "hãy quét lại cho rõ (300 điểm/inch, đủ sáng) hoặc gửi bản Word (.docx)."
)

_OFFICE_MISSING = (
    "mà máy chủ chưa cài LibreOffice nên chưa đọc được, "
    "hãy mở tệp bằng Word rồi lưu lại thành .docx và gửi lại."
)
NEEDS_OFFICE = {
    "doc": f"Đây là tệp Word đời cũ (.doc) {_OFFICE_MISSING}",
    "rtf": f"Đây là tệp RTF {_OFFICE_MISSING}",
    "odt": f"Đây là tệp OpenDocument (.odt) {_OFFICE_MISSING}",
}
