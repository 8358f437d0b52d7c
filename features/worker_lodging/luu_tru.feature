# language: vi
@dieu-93
Tính năng: Thuê nhà lưu trú công nhân trong khu công nghiệp

  Bối cảnh: công nhân của doanh nghiệp sản xuất trong khu công nghiệp
    Biết hồ sơ:
      | Làm việc trong khu công nghiệp       | có    |
      | Có hợp đồng lao động                 | có    |
      | Nơi xác nhận đơn thuê nhà lưu trú    | Doanh nghiệp, hợp tác xã sản xuất trong khu công nghiệp |
      | Đang thuê nhà ở xã hội               | không |
      | Đang thuê nhà lưu trú công nhân khác | không |
    Và ngày xét là 01/05/2026

  Tình huống: Không xét thu nhập, nhà ở, cư trú
    Khi xét "worker_lodging"
    Thì kết quả là "đủ điều kiện"
    Và không hỏi "Thu nhập"
    Và cần giấy tờ "Đơn đăng ký thuê nhà lưu trú công nhân trong khu công nghiệp"

  Tình huống: Chỉ có xác nhận của doanh nghiệp hạ tầng thì còn cách hiểu khác
    Khi xét "worker_lodging"
    Thì kết quả từng dòng là:
      | Nơi xác nhận đơn thuê nhà lưu trú                  | kết quả            | tạm xác định |
      | Doanh nghiệp kinh doanh kết cấu hạ tầng khu công nghiệp | không đủ điều kiện | có      |
      | Chưa có xác nhận                                   | không đủ điều kiện | không        |

  Tình huống: Từng điều kiện không đạt hoặc chưa rõ
    Khi xét "worker_lodging"
    Thì kết quả từng dòng là:
      | thông tin                            | giá trị    | kết quả                  | không đạt            | chưa xác định        |
      | Làm việc trong khu công nghiệp       | không      | không đủ điều kiện       | producer_worker      |                      |
      | Làm việc trong khu công nghiệp       |            | chưa đủ thông tin        |                      | producer_worker      |
      | Có hợp đồng lao động                 | không      | không đủ điều kiện       | lodging_contract     |                      |
      | Có hợp đồng lao động                 |            | chưa đủ thông tin        |                      | lodging_contract     |
      | Nơi xác nhận đơn thuê nhà lưu trú    |            | chưa đủ thông tin        |                      | lodging_confirmation |
      | Đang thuê nhà ở xã hội               | có         | không đủ điều kiện       | no_other_rental      |                      |
      | Đang thuê nhà lưu trú công nhân khác | có         | không đủ điều kiện       | no_other_rental      |                      |
      | Đang thuê nhà lưu trú công nhân khác |            | chưa đủ thông tin        |                      | no_other_rental      |
      | Ngày xét                             | 31/07/2024 | ngoài phạm vi bộ quy tắc |                      |                      |
      | Ngày xét                             | 01/08/2024 | đủ điều kiện             |                      |                      |

  Tình huống: Có xác nhận của doanh nghiệp sản xuất thì không còn điểm để ngỏ
    Khi xét "worker_lodging"
    Thì kết quả là "đủ điều kiện"
    Và kết luận không phải tạm xác định

  # Employer rental: doanh nghiệp hỏi nhà lưu trú thì được dẫn sang chương trình của tổ chức.
  Tình huống: Doanh nghiệp hỏi thuê nhà lưu trú
    Biết "Loại tổ chức đứng đơn" là Doanh nghiệp
    Khi xét "worker_lodging"
    Thì có lưu ý về "organisation_kind"
